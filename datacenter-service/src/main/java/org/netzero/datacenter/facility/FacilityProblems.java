package org.netzero.datacenter.facility;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.ProblemType;

/// What this feature's broken rules are on the wire, whichever resource meets them.
class FacilityProblems {

    @ServerExceptionMapper
    Response unknownDatacenter(UnknownDatacenter refused) {
        return answer(DatacenterProblem.UNKNOWN_DATACENTER, refused);
    }

    @ServerExceptionMapper
    Response pointConflict(PointConflict refused) {
        return answer(DatacenterProblem.POINT_CONFLICT, refused);
    }

    @ServerExceptionMapper
    Response unknownPoint(UnknownPoint refused) {
        return answer(DatacenterProblem.UNKNOWN_POINT, refused);
    }

    @ServerExceptionMapper
    Response exchangeConflict(ExchangeConflict refused) {
        return answer(CommonProblem.ID_CONFLICT, refused);
    }

    private static Response answer(ProblemType type, RuntimeException refused) {
        return Problem.of(type, String.valueOf(refused.getMessage())).response();
    }
}

package org.netzero.datacenter.quality;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.problem.Problem;

/// What this feature's broken rules are on the wire.
class QualityProblems {

    @ServerExceptionMapper
    Response unknownFinding(UnknownFinding refused) {
        return Problem.of(DatacenterProblem.UNKNOWN_FINDING, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response nothingQuarantined(NothingQuarantined refused) {
        return Problem.of(
                        DatacenterProblem.NOTHING_QUARANTINED, String.valueOf(refused.getMessage()))
                .response();
    }
}

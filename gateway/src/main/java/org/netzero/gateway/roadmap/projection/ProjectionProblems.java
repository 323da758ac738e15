package org.netzero.gateway.roadmap.projection;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.gateway.roadmap.basis.MissingBaseData;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.Violation;

/// Why there is no projection, on the wire.
class ProjectionProblems {

    @ServerExceptionMapper
    Response missing(MissingBaseData refused) {
        return Problem.of(
                        GatewayProblem.MISSING_BASE_DATA,
                        String.valueOf(refused.getMessage()),
                        refused.items().stream()
                                .map(item -> new Violation(item.figure(), "MISSING", item.remedy()))
                                .toList())
                .response();
    }

    @ServerExceptionMapper
    Response refused(BaseDataRefused refused) {
        return Problem.of(GatewayProblem.BASE_DATA_REFUSED, String.valueOf(refused.getMessage()))
                .response();
    }
}

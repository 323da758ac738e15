package org.netzero.gateway.roadmap.planning;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.platform.problem.Problem;

/// Why there is no plan, on the wire.
class PlanningProblems {

    @ServerExceptionMapper
    Response busy(PlannerBusy refused) {
        return Problem.of(GatewayProblem.PLANNER_BUSY, String.valueOf(refused.getMessage()))
                .response();
    }
}

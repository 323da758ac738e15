package org.netzero.gateway.roadmap.planning;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.Violation;

/// Why there is no plan, on the wire.
class PlanningProblems {

    @ServerExceptionMapper
    Response busy(PlannerBusy refused) {
        return Problem.of(GatewayProblem.PLANNER_BUSY, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response notPlanned(ScenarioNotPlanned refused) {
        PlanRefused reason = refused.reason();
        return Problem.of(
                        GatewayProblem.SCENARIO_NOT_PLANNED,
                        String.valueOf(refused.getMessage()),
                        List.of(
                                new Violation(
                                        reason.field(),
                                        reason.code(),
                                        String.valueOf(reason.getMessage()))))
                .response();
    }
}

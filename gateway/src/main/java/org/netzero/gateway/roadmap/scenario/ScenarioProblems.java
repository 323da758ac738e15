package org.netzero.gateway.roadmap.scenario;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.ProblemType;

/// What the broken rules of scenarios on file are on the wire.
class ScenarioProblems {

    @ServerExceptionMapper
    Response unknown(UnknownScenario refused) {
        return answer(GatewayProblem.UNKNOWN_SCENARIO, refused);
    }

    @ServerExceptionMapper
    Response taken(ScenarioIdTaken refused) {
        return answer(CommonProblem.ID_CONFLICT, refused);
    }

    @ServerExceptionMapper
    Response changed(ScenarioChanged refused) {
        return answer(GatewayProblem.SCENARIO_CHANGED, refused);
    }

    @ServerExceptionMapper
    Response frozen(ScenarioFrozen refused) {
        return answer(GatewayProblem.SCENARIO_FROZEN, refused);
    }

    @ServerExceptionMapper
    Response shipped(ScenarioShipped refused) {
        return answer(GatewayProblem.SCENARIO_SHIPPED, refused);
    }

    @ServerExceptionMapper
    Response tooMany(TooManyScenarios refused) {
        return answer(GatewayProblem.TOO_MANY_SCENARIOS, refused);
    }

    private static Response answer(ProblemType type, RuntimeException refused) {
        return Problem.of(type, String.valueOf(refused.getMessage())).response();
    }
}

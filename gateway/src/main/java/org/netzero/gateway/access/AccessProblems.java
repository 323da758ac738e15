package org.netzero.gateway.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.ProblemType;

@Singleton
class AccessProblems {

    @ServerExceptionMapper
    Response unknown(UnknownKey refused) {
        return answer(GatewayProblem.UNKNOWN_KEY, refused);
    }

    @ServerExceptionMapper
    Response taken(KeyNameTaken refused) {
        return answer(GatewayProblem.KEY_NAME_TAKEN, refused);
    }

    @ServerExceptionMapper
    Response keyNeeded(KeyNeeded refused) {
        return answer(GatewayProblem.KEY_NEEDED, refused);
    }

    private static Response answer(ProblemType type, RuntimeException refused) {
        return Problem.of(type, String.valueOf(refused.getMessage())).response();
    }
}

package org.netzero.gateway.stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.gateway.GatewayProblem;
import org.netzero.platform.problem.Problem;

@Singleton
class StreamProblems {

    @ServerExceptionMapper
    Response tooMany(TooManyStreams refused) {
        return Problem.of(GatewayProblem.TOO_MANY_STREAMS, String.valueOf(refused.getMessage()))
                .response();
    }
}

package org.netzero.emissions.inventory;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.problem.Problem;

@Singleton
class ChangeProblems {

    @ServerExceptionMapper
    Response gone(RecordGone gone) {
        return Problem.of(
                        EmissionsProblem.CHANGED_WHILE_READ,
                        "%s; ask again".formatted(gone.getMessage()))
                .response();
    }
}

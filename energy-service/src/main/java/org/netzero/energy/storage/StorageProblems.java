package org.netzero.energy.storage;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class StorageProblems {

    @ServerExceptionMapper
    Response unknown(UnknownStorage unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_STORAGE, String.valueOf(unknown.getMessage()))
                .response();
    }
}

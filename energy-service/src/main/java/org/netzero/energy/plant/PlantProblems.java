package org.netzero.energy.plant;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class PlantProblems {

    @ServerExceptionMapper
    Response unknown(UnknownPlant unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_PLANT, String.valueOf(unknown.getMessage()))
                .response();
    }
}

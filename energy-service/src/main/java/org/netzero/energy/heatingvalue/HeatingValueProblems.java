package org.netzero.energy.heatingvalue;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses, wherever in the service it is refused.
@Singleton
class HeatingValueProblems {

    @ServerExceptionMapper
    Response unknown(UnknownHeatingValues unknown) {
        return Problem.of(
                        EnergyProblem.UNKNOWN_HEATING_VALUES, String.valueOf(unknown.getMessage()))
                .response();
    }
}

package org.netzero.energy.meter;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class MeterProblems {

    @ServerExceptionMapper
    Response unknown(UnknownMeter unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_METER, String.valueOf(unknown.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response inUse(MeterInUse inUse) {
        return Problem.of(EnergyProblem.METER_IN_USE, String.valueOf(inUse.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response tooMany(TooManyHours tooMany) {
        return Problem.of(EnergyProblem.TOO_MANY_HOURS, String.valueOf(tooMany.getMessage()))
                .response();
    }
}

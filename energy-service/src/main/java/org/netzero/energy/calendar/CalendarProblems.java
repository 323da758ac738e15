package org.netzero.energy.calendar;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class CalendarProblems {

    @ServerExceptionMapper
    Response unknown(UnknownExpectation unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_EXPECTATION, String.valueOf(unknown.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response there(LineHasFigures there) {
        return Problem.of(EnergyProblem.FIGURES_ON_FILE, String.valueOf(there.getMessage()))
                .response();
    }
}

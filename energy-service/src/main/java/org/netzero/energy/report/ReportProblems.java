package org.netzero.energy.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what any question about hours may be refused with.
@Singleton
class ReportProblems {

    @ServerExceptionMapper
    Response tooMany(TooManyQuestions refused) {
        return Problem.of(EnergyProblem.TOO_MANY_QUESTIONS, String.valueOf(refused.getMessage()))
                .response();
    }
}

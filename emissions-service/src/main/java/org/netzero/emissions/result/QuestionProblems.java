package org.netzero.emissions.result;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.problem.Problem;

@Singleton
class QuestionProblems {

    @ServerExceptionMapper
    Response tooMany(TooManyQuestions refused) {
        return Problem.of(EmissionsProblem.TOO_MANY_QUESTIONS, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response tooLarge(YearTooLarge refused) {
        return Problem.of(EmissionsProblem.YEAR_TOO_LARGE, String.valueOf(refused.getMessage()))
                .response();
    }
}

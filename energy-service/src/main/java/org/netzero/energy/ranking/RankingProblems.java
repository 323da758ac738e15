package org.netzero.energy.ranking;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class RankingProblems {

    @ServerExceptionMapper
    Response unknown(UnknownRanking unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_RANKING, String.valueOf(unknown.getMessage()))
                .response();
    }
}

package org.netzero.emissions.library;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// The refusals of factor sets on the wire.
class FactorSetProblems {

    @ServerExceptionMapper
    Response unknown(UnknownFactorSet unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_FACTOR_SET, String.valueOf(unknown.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response closed(FactorSetClosed closed) {
        return Problem.of(EmissionsProblem.FACTOR_SET_CLOSED, String.valueOf(closed.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response conflict(FactorsConflict conflict) {
        return Problem.of(
                        CommonProblem.ID_CONFLICT,
                        "Nothing was drafted: factors stand against what is stored",
                        conflict.violations())
                .response();
    }
}

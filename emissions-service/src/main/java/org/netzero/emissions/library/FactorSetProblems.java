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
    Response refused(FactorsRefused refused) {
        return Problem.of(
                        refused.isConflict()
                                ? CommonProblem.ID_CONFLICT
                                : CommonProblem.INVALID_INPUT,
                        "Nothing was drafted; violations say why",
                        refused.violations())
                .response();
    }

    @ServerExceptionMapper
    Response refused(CorrectionsRefused refused) {
        return Problem.of(
                        EmissionsProblem.CORRECTION_REFUSED,
                        String.valueOf(refused.getMessage()),
                        refused.violations())
                .response();
    }
}

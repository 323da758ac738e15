package org.netzero.energy.consumption;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// The answers to what this feature refuses.
@Singleton
class ConsumptionProblems {

    /// A conflict with what is stored, unless something is wrong with the records as such.
    @ServerExceptionMapper
    Response refused(RecordsRefused refused) {
        boolean conflict =
                refused.violations().stream()
                        .allMatch(violation ->
                                violation.code().equals("ID_CONFLICT")
                                        || violation.code().equals("ALREADY_SUPERSEDED"));
        String detail =
                refused.violations().stream()
                        .limit(10)
                        .map(violation -> violation.field() + ": " + violation.message())
                        .collect(Collectors.joining("; "));
        return Problem.of(
                        conflict ? CommonProblem.ID_CONFLICT : CommonProblem.INVALID_INPUT,
                        detail,
                        refused.violations())
                .response();
    }
}

package org.netzero.energy.instrument;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.ProblemType;
import org.netzero.platform.problem.Violation;

/// The answers to what this feature refuses.
@Singleton
class InstrumentProblems {

    /// What is refused for the sake of what is on file, and not because it is wrong as such.
    private static final Set<String> CONFLICTS =
            Set.of(
                    "ID_CONFLICT",
                    "ALREADY_SUPERSEDED",
                    "CERTIFICATE_TAKEN",
                    "CERTIFICATE_BOUND",
                    "BELOW_CLAIMED",
                    "CLAIMS_ON_FILE");

    @ServerExceptionMapper
    Response refused(InstrumentsRefused refused) {
        boolean conflict =
                refused.violations().stream().map(Violation::code).allMatch(CONFLICTS::contains);
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

    @ServerExceptionMapper
    Response refused(ClaimRefused refused) {
        ProblemType type =
                switch (refused) {
                    case ClaimRefused.NotEnoughLeft left -> EnergyProblem.NOT_ENOUGH_LEFT;
                    case ClaimRefused.StepRefused step -> EnergyProblem.STEP_REFUSED;
                    case ClaimRefused.AboveConsumption above -> EnergyProblem.ABOVE_CONSUMPTION;
                    case ClaimRefused.AboveOwnGeneration above ->
                            EnergyProblem.ABOVE_OWN_GENERATION;
                    case ClaimRefused.NoRuleSetMet none -> EnergyProblem.NO_RULE_SET_MET;
                    case ClaimRefused.RateUnknown rate -> EnergyProblem.EMISSION_RATE_UNKNOWN;
                    case ClaimRefused.IdTaken id -> CommonProblem.ID_CONFLICT;
                };
        return Problem.of(type, String.valueOf(refused.getMessage())).response();
    }

    @ServerExceptionMapper
    Response unknown(UnknownInstrument unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_INSTRUMENT, String.valueOf(unknown.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response unknown(UnknownAllocation unknown) {
        return Problem.of(EnergyProblem.UNKNOWN_ALLOCATION, String.valueOf(unknown.getMessage()))
                .response();
    }
}

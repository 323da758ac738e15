package org.netzero.emissions.estimate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.money.MoneyValues;
import org.netzero.emissions.organization.Organizations;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.Violation;

@Path("/api/emissions/estimates")
@RunOnVirtualThread
class EstimateResource {

    private static final int MAX_ITEMS = 10_000;

    private final Factors factors;
    private final Organizations organizations;
    private final MoneyValues moneyValues;
    private final Clock clock;

    EstimateResource(
            Factors factors, Organizations organizations, MoneyValues moneyValues, Clock clock) {
        this.factors = factors;
        this.organizations = organizations;
        this.moneyValues = moneyValues;
        this.clock = clock;
    }

    /// Answers in the order of the items, each made whenever it is written: ten thousand of them
    /// with their traces are too much to hold at once.
    record Estimates(
            @Schema(type = SchemaType.ARRAY, implementation = EstimateView.class)
                    Iterable<EstimateView> results) {}

    @POST
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Estimates post(List<EstimateRequest> items) {
        if (items.size() > MAX_ITEMS) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY",
                    "%d items in one request; send at most %d".formatted(items.size(), MAX_ITEMS));
        }
        var usual = new Calculator(factors.library(), organizations.gwpSet(), moneyValues.tables());
        LocalDate today = LocalDate.now(clock);
        return new Estimates(
                () -> items.stream().map(item -> estimate(item, usual, today)).iterator());
    }

    private static EstimateView estimate(EstimateRequest item, Calculator usual, LocalDate today) {
        try {
            return EstimateView.of(item.calculate(usual, today));
        } catch (InvalidInput invalid) {
            return EstimateView.of(
                    Problem.of(
                            CommonProblem.INVALID_INPUT, invalid.detail(), invalid.violations()));
        } catch (CalculationRefused refused) {
            return EstimateView.of(
                    Problem.of(
                            EmissionsProblem.CALCULATION_REFUSED,
                            refused.reason(),
                            List.of(new Violation("", refused.code(), refused.reason()))));
        }
    }
}

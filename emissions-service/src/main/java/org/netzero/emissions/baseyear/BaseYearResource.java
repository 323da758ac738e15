package org.netzero.emissions.baseyear;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.inventory.InventoryStatus;
import org.netzero.emissions.inventory.InventoryView;
import org.netzero.emissions.inventory.ShownInventories;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/base-year")
@RunOnVirtualThread
class BaseYearResource {

    private static final int KG_PER_TONNE_DIGITS = 3;

    private final BaseYears baseYears;
    private final ShownInventories inventories;

    BaseYearResource(BaseYears baseYears, ShownInventories inventories) {
        this.baseYears = baseYears;
        this.inventories = inventories;
    }

    /// Whether the base year has to be recalculated, and why.
    ///
    /// @param version of the base year's locked inventory; null while it is not locked
    /// @param method by which scope 2 of the base year is counted
    record BaseYearView(
            int baseYear,
            InventoryStatus status,
            @Nullable Integer version,
            Scope2Method method,
            BigDecimal baseTonnesCo2e,
            BigDecimal thresholdPercent,
            boolean cumulative,
            boolean recalculationDue,
            List<String> reasons,
            BigDecimal sumTonnesCo2e,
            BigDecimal sumPercent,
            List<ChangeVerdict> changes,
            CalculationTrace trace)
            implements Tabular {

        private static final List<String> COLUMNS =
                List.of(
                        "changeId",
                        "kind",
                        "happenedOn",
                        "tonnesCo2e",
                        "percent",
                        "counts",
                        "settled",
                        "aboveThreshold");

        @Override
        public Table table() {
            return Table.of(COLUMNS, changes, ChangeVerdict::row);
        }
    }

    /// @param percent of the base year's emissions
    /// @param counts false for organic growth and for what is settled
    /// @param settled by a restatement of the base year that came later
    record ChangeVerdict(
            String changeId,
            StructuralChange.Kind kind,
            String happenedOn,
            BigDecimal tonnesCo2e,
            BigDecimal percent,
            boolean counts,
            boolean settled,
            boolean aboveThreshold) {

        static ChangeVerdict of(BaseYearCheck.Verdict verdict) {
            return new ChangeVerdict(
                    verdict.change().changeId(),
                    verdict.change().kind(),
                    verdict.change().happenedOn().toString(),
                    verdict.change().tonnesCo2e(),
                    verdict.percent(),
                    verdict.counts(),
                    verdict.settled(),
                    verdict.aboveThreshold());
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    changeId,
                    kind,
                    happenedOn,
                    tonnesCo2e,
                    percent,
                    counts,
                    settled,
                    aboveThreshold);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Transactional
    public BaseYearView get(@QueryParam("method") @Nullable String method) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("method", method);
        var fields = new Fields(values);
        Scope2Method counted =
                fields.optionalOneOf("method", Scope2Method.class)
                        .orElse(Scope2Method.LOCATION_BASED);
        fields.refuseIfInvalid();
        BaseYearPolicy policy =
                baseYears
                        .policy()
                        .orElseThrow(() ->
                                new BaseYearUnknown(
                                        "PUT /api/organization/base-year-policy sets one up"));
        InventoryView inventory = inventories.current(policy.baseYear());
        BigDecimal tonnes = tonnes(inventory, counted);
        if (tonnes.signum() <= 0) {
            throw new BaseYearUnknown(
                    "No emissions of the base year %d are known to hold a change against"
                            .formatted(policy.baseYear()));
        }
        return view(policy, inventory, counted, tonnes);
    }

    private BaseYearView view(
            BaseYearPolicy policy,
            InventoryView inventory,
            Scope2Method counted,
            BigDecimal tonnes) {
        BaseYearCheck check =
                BaseYearCheck.of(
                        policy,
                        tonnes,
                        baseYears.changes(),
                        inventories.restatedAt(policy.baseYear()));
        return new BaseYearView(
                policy.baseYear(),
                inventory.status(),
                inventory.version(),
                counted,
                tonnes,
                policy.thresholdPercent(),
                policy.cumulative(),
                check.due(),
                check.reasons(),
                check.sumTonnes(),
                check.sumPercent(),
                check.verdicts().stream().map(ChangeVerdict::of).toList(),
                check.trace());
    }

    private static BigDecimal tonnes(InventoryView inventory, Scope2Method method) {
        InventoryView.Amount total =
                switch (method) {
                    case LOCATION_BASED -> inventory.total().locationBased();
                    case MARKET_BASED -> inventory.total().marketBased();
                };
        return total.kgCo2e().movePointLeft(KG_PER_TONNE_DIGITS);
    }

    @ServerExceptionMapper
    Response unknown(BaseYearUnknown unknown) {
        return Problem.of(EmissionsProblem.NO_BASE_YEAR, String.valueOf(unknown.getMessage()))
                .response();
    }
}

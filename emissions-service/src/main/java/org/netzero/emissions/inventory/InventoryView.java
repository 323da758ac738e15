package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// An inventory as the API shows it. `gases`, `otherGases` and `basis` are those of the total with
/// scope 2 by location.
///
/// @param avoidedKgCo2e null: no avoided emissions are on record here
/// @param apart results beside the scopes, in no sum above
/// @param uncertainty bounds are null: no uncertainties are on record, and none are made up
record InventoryView(
        String period,
        GwpSet gwpSet,
        String status,
        boolean complete,
        List<Finding> findings,
        Amount scope1,
        Scope2 scope2,
        Scope3 scope3,
        Scope2 total,
        List<Gas> gases,
        List<Gas> otherGases,
        BigDecimal biogenicCo2Kg,
        @Nullable BigDecimal avoidedKgCo2e,
        List<Apart> apart,
        Uncertainty uncertainty,
        List<Basis> basis)
        implements Tabular {

    /// The name under which CO2e stands that a report gives without its GWP set.
    private static final String UNSTATED = "UNSTATED";

    record Amount(BigDecimal kgCo2e) {}

    record Scope2(Amount locationBased, Amount marketBased) {}

    record Scope3(BigDecimal kgCo2e, List<Category> categories) {}

    record Category(Scope3Category category, BigDecimal kgCo2e) {}

    record Gas(String gas, BigDecimal kg) {
        static List<Gas> of(List<GasMass> masses) {
            return masses.stream().map(mass -> new Gas(mass.gas(), mass.kilograms())).toList();
        }
    }

    /// A result beside the scopes; its trace is that of its id.
    record Apart(
            MethodRule.Accounting accounting, String resultId, String record, BigDecimal kgCo2e) {
        static Apart of(Inventory.Apart apart) {
            return new Apart(
                    apart.accounting(),
                    apart.result().id().toString(),
                    apart.result().record(),
                    apart.result().emission().kilograms());
        }
    }

    record Uncertainty(
            @Nullable BigDecimal lowerKgCo2e, @Nullable BigDecimal upperKgCo2e, String note) {}

    record Basis(String gwpSet, BigDecimal share, BigDecimal co2OnlyShare) {}

    static InventoryView of(Inventory inventory) {
        return new InventoryView(
                String.valueOf(inventory.year()),
                inventory.gwpSet(),
                InventoryCalculated.DRAFT,
                inventory.complete(),
                inventory.findings(),
                new Amount(inventory.scope1()),
                new Scope2(
                        new Amount(inventory.scope2(Scope2Method.LOCATION_BASED)),
                        new Amount(inventory.scope2(Scope2Method.MARKET_BASED))),
                scope3(inventory),
                new Scope2(
                        new Amount(inventory.total(Scope2Method.LOCATION_BASED)),
                        new Amount(inventory.total(Scope2Method.MARKET_BASED))),
                Gas.of(inventory.gases()),
                Gas.of(inventory.otherGases()),
                inventory.biogenicCo2Kg(),
                inventory.avoided().orElse(null),
                inventory.apart().stream().map(Apart::of).toList(),
                new Uncertainty(
                        null,
                        null,
                        "not computed: no uncertainty of any record or factor is known"),
                inventory.basis().stream()
                        .map(basis ->
                                new Basis(
                                        basis.gwpSet().map(Enum::name).orElse(UNSTATED),
                                        basis.share(),
                                        basis.co2OnlyShare()))
                        .toList());
    }

    private static Scope3 scope3(Inventory inventory) {
        return new Scope3(
                inventory.scope3(),
                inventory.scope3Categories().entrySet().stream()
                        .map(category -> new Category(category.getKey(), category.getValue()))
                        .toList());
    }

    /// Scopes, categories of scope 3 and both totals, one row each.
    @Override
    public Table table() {
        var rows = Stream.<List<@Nullable Object>>builder();
        rows.add(row(Scope.SCOPE_1.name(), null, null, scope1.kgCo2e()));
        rows.add(
                row(
                        Scope.SCOPE_2.name(),
                        Scope2Method.LOCATION_BASED,
                        null,
                        scope2.locationBased().kgCo2e()));
        rows.add(
                row(
                        Scope.SCOPE_2.name(),
                        Scope2Method.MARKET_BASED,
                        null,
                        scope2.marketBased().kgCo2e()));
        rows.add(row(Scope.SCOPE_3.name(), null, null, scope3.kgCo2e()));
        scope3.categories()
                .forEach(part ->
                        rows.add(row(Scope.SCOPE_3.name(), null, part.category(), part.kgCo2e())));
        rows.add(row("TOTAL", Scope2Method.LOCATION_BASED, null, total.locationBased().kgCo2e()));
        rows.add(row("TOTAL", Scope2Method.MARKET_BASED, null, total.marketBased().kgCo2e()));
        return new Table(
                List.of("period", "gwpSet", "status", "scope", "method", "category", "kgCo2e"),
                rows.build());
    }

    private List<@Nullable Object> row(
            String scope,
            @Nullable Scope2Method method,
            @Nullable Scope3Category category,
            BigDecimal kgCo2e) {
        return Table.row(period, gwpSet, status, scope, method, category, kgCo2e);
    }
}

package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// An inventory as the API shows it. `gases`, `otherGases` and `basis` are those of the total with
/// scope 2 by location.
///
/// @param avoidedKgCo2e null: no avoided emissions are on record here
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
        Uncertainty uncertainty,
        List<Basis> basis) {

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
                BigDecimal.ZERO,
                null,
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
}

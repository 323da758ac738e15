package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.boundary.Consolidated;
import org.netzero.emissions.boundary.Ownership;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryPart;
import org.netzero.emissions.calculation.MarketTier;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.screening.Screened;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// An inventory as the API shows it. `gases`, `otherGases`, `uncertainty`, `dataQuality` and
/// `basis` are those of the total with scope 2 by location.
///
/// @param version of a stored inventory; null while it is calculated anew
/// @param missing what is not yet calculated, nor declared otherwise
/// @param entities what each entity brings in, the company itself first; they sum to the scopes
/// @param restatement what would change if a locked year were restated; null where nothing would
/// @param avoidedKgCo2e null: no avoided emissions are on record here
/// @param apart results beside the scopes, in no sum above
/// @param dataQuality null in versions that were stored before it was kept
public record InventoryView(
        String period,
        GwpSet gwpSet,
        InventoryStatus status,
        boolean complete,
        List<Finding> findings,
        Amount scope1,
        PurchasedEnergy scope2,
        Scope3 scope3,
        Scope2 total,
        List<Gas> gases,
        List<Gas> otherGases,
        BigDecimal biogenicCo2Kg,
        @Nullable BigDecimal avoidedKgCo2e,
        List<Apart> apart,
        TotalUncertainty uncertainty,
        @Nullable DataQualityShares dataQuality,
        List<Basis> basis,
        ConsolidationApproach consolidationApproach,
        @Nullable Integer version,
        boolean carriedForward,
        List<Missing> missing,
        List<EntityFigures> entities,
        @Nullable Restatement restatement)
        implements Tabular {

    /// The name under which CO2e stands that a report gives without its GWP set.
    private static final String UNSTATED = "UNSTATED";

    private static final InventoryPart LOCATED = InventoryPart.total(Scope2Method.LOCATION_BASED);

    /// Something that is not yet calculated.
    ///
    /// @param entity null: the company itself
    /// @param reason null where nobody declared anything
    public record Missing(@Nullable String entity, String subject, @Nullable String reason) {}

    /// What counts of an entity.
    ///
    /// @param entity null: the company itself
    public record EntityFigures(
            @Nullable String entity,
            BigDecimal scope1KgCo2e,
            BigDecimal scope2LocationBasedKgCo2e,
            BigDecimal scope2MarketBasedKgCo2e,
            BigDecimal scope3KgCo2e) {}

    /// What a restatement would add to the locked figures, or take away.
    public record Restatement(
            BigDecimal scope1KgCo2e,
            BigDecimal scope2LocationBasedKgCo2e,
            BigDecimal scope2MarketBasedKgCo2e,
            BigDecimal scope3KgCo2e,
            BigDecimal totalLocationBasedKgCo2e,
            BigDecimal totalMarketBasedKgCo2e) {

        static Restatement between(InventoryView locked, Inventory today) {
            Scope2Method location = Scope2Method.LOCATION_BASED;
            Scope2Method market = Scope2Method.MARKET_BASED;
            return new Restatement(
                    today.scope1().subtract(locked.scope1.kgCo2e()),
                    today.scope2(location).subtract(locked.scope2.locationBased().kgCo2e()),
                    today.scope2(market).subtract(locked.scope2.marketBased().kgCo2e()),
                    today.scope3().subtract(locked.scope3.kgCo2e()),
                    today.total(location).subtract(locked.total.locationBased().kgCo2e()),
                    today.total(market).subtract(locked.total.marketBased().kgCo2e()));
        }
    }

    public record Amount(BigDecimal kgCo2e) {}

    public record Scope2(Amount locationBased, Amount marketBased) {}

    public record PurchasedEnergy(Amount locationBased, MarketBased marketBased) {}

    /// @param coverage where the electricity of energy totals takes its rate from; null in versions
    ///   that were stored before it was kept
    public record MarketBased(BigDecimal kgCo2e, @Nullable List<Coverage> coverage) {

        static MarketBased of(Inventory inventory) {
            SortedMap<MarketTier, BigDecimal> kwh = inventory.marketCoverageKwh();
            BigDecimal all = kwh.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new MarketBased(
                    inventory.scope2(Scope2Method.MARKET_BASED),
                    kwh.entrySet().stream()
                            .filter(tier -> tier.getValue().signum() != 0)
                            .map(tier -> Coverage.of(tier.getKey(), tier.getValue(), all))
                            .toList());
        }
    }

    /// @param share of all the electricity, rounded to 6 decimals
    public record Coverage(MarketTier tier, BigDecimal energyKwh, BigDecimal share) {

        private static final int SHARE_DECIMALS = 6;

        static Coverage of(MarketTier tier, BigDecimal kwh, BigDecimal all) {
            return new Coverage(tier, kwh, kwh.divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    public record Scope3(BigDecimal kgCo2e, List<Category> categories) {}

    public record Category(Scope3Category category, BigDecimal kgCo2e) {}

    /// A mass of one gas.
    public record Gas(String gas, BigDecimal kg) {
        static List<Gas> of(List<GasMass> masses) {
            return masses.stream().map(mass -> new Gas(mass.gas(), mass.kilograms())).toList();
        }
    }

    /// A result beside the scopes; its trace is that of its id.
    public record Apart(
            MethodRule.Accounting accounting, String resultId, String record, BigDecimal kgCo2e) {
        static Apart of(Inventory.Apart apart) {
            return new Apart(
                    apart.accounting(),
                    apart.result().id().toString(),
                    apart.result().record(),
                    apart.result().emission().kilograms());
        }
    }

    public record Basis(String gwpSet, BigDecimal share, BigDecimal co2OnlyShare) {}

    /// The version of a view that is, or is to be, stored.
    int storedVersion() {
        return Optional.ofNullable(version).orElseThrow();
    }

    /// The same figures with one more finding.
    InventoryView with(Finding finding, @Nullable Restatement change) {
        return new InventoryView(
                period,
                gwpSet,
                status,
                complete && finding.severity() != Finding.Severity.OPEN,
                Stream.concat(findings.stream(), Stream.of(finding)).sorted().toList(),
                scope1,
                scope2,
                scope3,
                total,
                gases,
                otherGases,
                biogenicCo2Kg,
                avoidedKgCo2e,
                apart,
                uncertainty,
                dataQuality,
                basis,
                consolidationApproach,
                version,
                carriedForward,
                missing,
                entities,
                change);
    }

    static InventoryView of(Screened screened, InventoryStatus status, @Nullable Integer version) {
        Inventory inventory = screened.inventory();
        return new InventoryView(
                String.valueOf(inventory.year()),
                inventory.gwpSet(),
                status,
                inventory.complete(),
                inventory.findings(),
                new Amount(inventory.scope1()),
                new PurchasedEnergy(
                        new Amount(inventory.scope2(Scope2Method.LOCATION_BASED)),
                        MarketBased.of(inventory)),
                scope3(inventory),
                new Scope2(
                        new Amount(inventory.total(Scope2Method.LOCATION_BASED)),
                        new Amount(inventory.total(Scope2Method.MARKET_BASED))),
                Gas.of(inventory.gases()),
                Gas.of(inventory.otherGases()),
                inventory.biogenicCo2Kg(),
                inventory.avoided().orElse(null),
                inventory.apart().stream().map(Apart::of).toList(),
                TotalUncertainty.of(inventory.uncertainty(LOCATED)),
                DataQualityShares.of(inventory.quality(LOCATED)),
                inventory.basis().stream()
                        .map(basis ->
                                new Basis(
                                        basis.gwpSet().map(Enum::name).orElse(UNSTATED),
                                        basis.share(),
                                        basis.co2OnlyShare()))
                        .toList(),
                screened.boundary().approach(),
                version,
                screened.boundary().resultsFlagged(Calculated.CARRIED_FORWARD) > 0,
                screened.missing().stream()
                        .map(missing ->
                                new Missing(
                                        missing.entity().orElse(null),
                                        missing.subject(),
                                        missing.reason().orElse(null)))
                        .toList(),
                screened.boundary().figures().entrySet().stream()
                        .map(entry -> figures(entry.getKey(), entry.getValue()))
                        .toList(),
                null);
    }

    private static EntityFigures figures(String owner, Consolidated.Figures figures) {
        return new EntityFigures(
                owner.equals(Ownership.COMPANY) ? null : owner,
                figures.scope1(),
                figures.scope2Location(),
                figures.scope2Market(),
                figures.scope3());
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

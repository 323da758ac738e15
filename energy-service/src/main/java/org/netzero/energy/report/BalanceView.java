package org.netzero.energy.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.BalanceLine;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.CoalEquivalents;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.carrier.HeatingValue;
import org.netzero.energy.carrier.Provenance;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The balance as its readers see it, in MWh. What is not on file is null, never zero.
record BalanceView(
        String period,
        @Nullable String siteId,
        String heatingValues,
        TotalMwh totalMwh,
        @Nullable BigDecimal directMwh,
        @Nullable BigDecimal indirectMwh,
        CoalEquivalentView coalEquivalent,
        List<CarrierView> byCarrier,
        Renewable renewable,
        Electricity electricity,
        RenewableShare renewableShare,
        SourceRankingsView sourceRanking,
        List<LineView> lines,
        List<Finding> findings)
        implements Tabular {

    /// @param asPublished direct plus indirect energy
    /// @param gri302 with own renewable generation, less exports
    record TotalMwh(@Nullable BigDecimal asPublished, @Nullable BigDecimal gri302) {}

    /// @param quantity as recorded, where all records of the carrier share a dimension
    /// @param provenance the weakest of its records
    record CarrierView(
            EnergyCarrier carrier,
            Quantity quantity,
            @Nullable BigDecimal energyMwh,
            @Nullable BigDecimal tce,
            Provenance provenance) {}

    /// The totals in tonnes of coal equivalent.
    ///
    /// @param convention how they are counted
    record CoalEquivalentView(
            @Nullable BigDecimal asPublishedTce,
            @Nullable BigDecimal directTce,
            @Nullable BigDecimal indirectTce,
            String convention) {}

    /// Which sources count before which.
    ///
    /// @param usual the order that holds unless another is set
    /// @param set the orders that are set for sites
    record SourceRankingsView(String usual, List<SiteRankingView> set) {}

    /// @param carrier absent where it holds for all carriers that have none of their own
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiteRankingView(String siteId, @Nullable EnergyCarrier carrier, String ranking) {}

    /// @param purchasedMwh covered by instruments or stated, the larger of the two for the same
    ///   site and period
    /// @param coveredByInstrumentsMwh the part that instruments cover
    /// @param ownMwh own renewable generation used on site
    /// @param attributesSoldMwh the part of it whose attributes went to somebody else
    record Renewable(
            @Nullable BigDecimal purchasedMwh,
            @Nullable BigDecimal coveredByInstrumentsMwh,
            @Nullable BigDecimal ownMwh,
            @Nullable BigDecimal attributesSoldMwh) {}

    record Electricity(
            @Nullable BigDecimal purchasedMwh,
            @Nullable BigDecimal ownRenewableMwh,
            @Nullable BigDecimal ownCogenerationMwh,
            @Nullable BigDecimal storageLossMwh,
            @Nullable BigDecimal consumedMwh) {}

    record RenewableShare(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numeratorMwh,
            @Nullable BigDecimal denominatorMwh,
            String convention) {}

    /// One figure that was added, and how its energy was found.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            String siteId,
            EnergyCarrier carrier,
            EnergySource source,
            String period,
            Quantity quantity,
            long recordCount,
            Provenance provenance,
            @Nullable BigDecimal energyMwh,
            @Nullable HeatingValueView heatingValue,
            @Nullable BigDecimal tce,
            @Nullable String coalEquivalentBy) {}

    /// @param density the mass per volume used with it
    /// @param netPerGross the ratio used in its place, where the fuel was metered as gross energy
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeatingValueView(
            String id,
            String netCalorificValue,
            @Nullable String density,
            @Nullable Provenance densityProvenance,
            @Nullable BigDecimal netPerGross) {}

    static BalanceView of(
            EnergyBalance balance,
            Optional<String> siteId,
            List<SiteRankings.Standing> rankings,
            CoalEquivalents coefficients) {
        var coal = new CoalView(balance, coefficients);
        return new BalanceView(
                balance.period().toString(),
                siteId.orElse(null),
                balance.heatingValues(),
                new TotalMwh(
                        Presentation.mwh(balance.asPublishedKwh()),
                        Presentation.mwh(balance.gri302Kwh())),
                Presentation.mwh(balance.directKwh()),
                Presentation.mwh(balance.indirectKwh()),
                new CoalEquivalentView(
                        coal.tce(CoalView::isConsumption),
                        coal.tce(line -> CoalView.flowOf(line) == Flow.COMBUSTION),
                        coal.tce(line -> CoalView.flowOf(line) == Flow.PURCHASE),
                        CoalEquivalents.CONVENTION),
                balance.carriers().stream()
                        .map(carrier -> carrierOf(balance, coal, carrier))
                        .toList(),
                new Renewable(
                        Presentation.mwh(balance.renewablePurchasedKwh()),
                        Presentation.mwh(balance.coveredByInstrumentsKwh()),
                        Presentation.mwh(balance.ownRenewableKwh()),
                        Presentation.mwh(balance.attributesSoldKwh())),
                new Electricity(
                        Presentation.mwh(balance.electricityPurchasedKwh()),
                        Presentation.mwh(balance.ownRenewableKwh()),
                        Presentation.mwh(balance.ownCogenerationKwh()),
                        Presentation.mwh(balance.storageLossKwh()),
                        Presentation.mwh(balance.electricityConsumedKwh())),
                new RenewableShare(
                        Presentation.share(balance.renewableKwh(), balance.electricityUsedKwh()),
                        Presentation.mwh(balance.renewableKwh()),
                        Presentation.mwh(balance.electricityUsedKwh()),
                        EnergyBalance.CONVENTION),
                new SourceRankingsView(
                        SourceRanking.DEFAULT.toString(),
                        rankings.stream()
                                .map(set ->
                                        new SiteRankingView(
                                                set.siteId(),
                                                set.carrier().orElse(null),
                                                set.ranking().toString()))
                                .toList()),
                balance.lines().stream().map(line -> lineOf(line, coal)).toList(),
                balance.findings());
    }

    private static CarrierView carrierOf(
            EnergyBalance balance, CoalView coal, EnergyCarrier carrier) {
        List<BalanceLine> lines = balance.consumptionOf(carrier);
        Optional<BigDecimal> energyKwh =
                lines.stream()
                        .flatMap(line -> line.energy().stream())
                        .map(EnergyContent::energyKwh)
                        .reduce(BigDecimal::add);
        return new CarrierView(
                carrier,
                quantityOf(lines, energyKwh),
                Presentation.mwh(energyKwh),
                coal.tce(line ->
                        CoalView.isConsumption(line) && line.item().series().carrier() == carrier),
                lines.stream()
                        .map(line -> line.item().evidence().provenance())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /// The sum as recorded; litres and kilograms have none, so theirs is the energy.
    private static Quantity quantityOf(List<BalanceLine> lines, Optional<BigDecimal> energyKwh) {
        List<Quantity> quantities = lines.stream().map(line -> line.item().quantity()).toList();
        Dimension dimension = quantities.getFirst().unit().dimension();
        return quantities.stream().allMatch(q -> q.unit().dimension() == dimension)
                ? quantities.stream().reduce(Quantity::plus).orElseThrow()
                : new Quantity(energyKwh.orElse(BigDecimal.ZERO), Unit.KWH);
    }

    private static LineView lineOf(BalanceLine line, CoalView coal) {
        return new LineView(
                line.item().series().siteId(),
                line.item().series().carrier(),
                line.item().series().source(),
                line.item().period().toString(),
                line.item().quantity(),
                line.item().recordCount(),
                line.item().evidence().provenance(),
                Presentation.mwh(line.energy().map(EnergyContent::energyKwh)),
                line.energy()
                        .flatMap(energy -> heatingValueOf(line.item().quantity(), energy))
                        .orElse(null),
                Presentation.tce(coal.of(line).map(CoalEquivalents.CoalEquivalent::kgce)),
                coal.of(line).map(CoalEquivalents.CoalEquivalent::by).orElse(null));
    }

    private static Optional<HeatingValueView> heatingValueOf(
            Quantity quantity, EnergyContent energy) {
        boolean gross = quantity.unit().dimension() == Dimension.GROSS_CALORIFIC_ENERGY;
        return energy.heatingValue()
                .map(value ->
                        new HeatingValueView(
                                value.id(),
                                value.netCalorificValue().toString(),
                                energy.density()
                                        .map(d -> d.massPerVolume().toString())
                                        .orElse(null),
                                energy.density().map(HeatingValue.Density::provenance).orElse(null),
                                value.netPerGross()
                                        .filter(ratio -> gross)
                                        .map(HeatingValue.NetPerGross::ratio)
                                        .orElse(null)));
    }

    /// The lines, one row each.
    @Override
    public Table table() {
        return Table.of(
                List.of(
                        "siteId",
                        "carrier",
                        "source",
                        "period",
                        "quantity",
                        "unit",
                        "provenance",
                        "energyMwh",
                        "heatingValue",
                        "tce",
                        "coalEquivalentBy"),
                lines,
                BalanceView::row);
    }

    private static List<@Nullable Object> row(LineView line) {
        HeatingValueView heatingValue = line.heatingValue();
        return Table.row(
                line.siteId(),
                line.carrier(),
                line.source(),
                line.period(),
                line.quantity().value(),
                line.quantity().unit().symbol(),
                line.provenance(),
                line.energyMwh(),
                heatingValue == null ? null : heatingValue.id(),
                line.tce(),
                line.coalEquivalentBy());
    }
}

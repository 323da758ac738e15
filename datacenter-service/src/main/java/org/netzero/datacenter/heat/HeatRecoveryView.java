package org.netzero.datacenter.heat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.heat.HeatRecoveries.Recovered;
import org.netzero.datacenter.register.Effect;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.thermal.HeatRecovery;
import org.netzero.datacenter.thermal.Missing;
import org.netzero.platform.listing.Table;

/// Heat recovery of one stretch of time as clients see it; null where it is not known.
///
/// @param heatHandedOverKwh at the boundary, of every hour that is known
/// @param heatUsedKwh the part of it in the hours that all figures below are of
/// @param deliveredHeatFrom METER, BALANCE or DIRECT
/// @param avoidedKgCo2e told apart from the inventory if `effect` says EXPORTED_AVOIDED
/// @param hours that the figures are of
record HeatRecoveryView(
        Instant start,
        Instant end,
        @Nullable BigDecimal heatHandedOverKwh,
        @Nullable BigDecimal heatUsedKwh,
        @Nullable BigDecimal heatPumpElectricityKwh,
        @Nullable BigDecimal deliveredHeatKwh,
        HeatRecovery.@Nullable DeliveredFrom deliveredHeatFrom,
        @Nullable BigDecimal cop,
        @Nullable BigDecimal replacedKgCo2e,
        @Nullable BigDecimal heatPumpKgCo2e,
        @Nullable BigDecimal avoidedKgCo2e,
        @Nullable Effect effect,
        @Nullable FactorView gridFactor,
        @Nullable EquivalentView equivalent,
        int hours,
        long expectedHours,
        @Nullable BigDecimal completeness,
        List<MissingView> missing,
        List<Flag> flags) {

    static final List<String> COLUMNS =
            List.of(
                    "start",
                    "end",
                    "heatHandedOverKwh",
                    "heatUsedKwh",
                    "heatPumpElectricityKwh",
                    "deliveredHeatKwh",
                    "deliveredHeatFrom",
                    "cop",
                    "replacedKgCo2e",
                    "heatPumpKgCo2e",
                    "avoidedKgCo2e",
                    "effect",
                    "hours",
                    "expectedHours",
                    "completeness",
                    "missing",
                    "flags");

    /// What to know of the figures.
    enum Flag {
        /// Less than 95 % of the hours are known.
        INDICATIVE,
        /// In some hours the heat flowed into the data centre; they count as they are.
        HEAT_FLOWS_BACK,
        /// Delivered heat is heat + electricity, without losses: at most this.
        DELIVERED_HEAT_FROM_BALANCE,
        /// The heat pump emits more than the heat it replaces.
        EMITS_MORE
    }

    /// Something that is not there.
    record MissingView(Missing what, String reason) {}

    /// A factor with its source.
    record FactorView(BigDecimal kgCo2ePerKwh, String source) {
        static @Nullable FactorView of(Optional<Factor> factor) {
            return factor.map(known -> new FactorView(known.kgCo2ePerKwh(), known.source()))
                    .orElse(null);
        }
    }

    /// A mass of CO2e in trees: presentation, and no result.
    record EquivalentView(BigDecimal trees, BigDecimal kgPerTreeAndYear, String source) {

        private static final BigDecimal KG_PER_TREE = new BigDecimal("18.3");

        static @Nullable EquivalentView of(Optional<BigDecimal> kilograms) {
            return kilograms
                    .filter(kg -> kg.signum() > 0)
                    .map(kg ->
                            new EquivalentView(
                                    kg.divide(KG_PER_TREE, 0, RoundingMode.HALF_EVEN),
                                    KG_PER_TREE,
                                    "report-2021, Tianjin heat recovery: 52,400 t are the uptake of 2.864 million trees in a year"))
                    .orElse(null);
        }
    }

    static HeatRecoveryView of(Recovered recovered, Optional<HeatRecoverySystem> system) {
        HeatRecovery recovery = recovered.recovery();
        Optional<HeatRecovery.Sums> sums = recovery.sums();
        Optional<BigDecimal> avoided = recovery.avoidedKg();
        return new HeatRecoveryView(
                recovered.stretch().start(),
                recovered.stretch().end(),
                recovery.handedOverKwh().orElse(null),
                sums.map(HeatRecovery.Sums::handedOverKwh).orElse(null),
                sums.flatMap(HeatRecovery.Sums::electricityKwh).orElse(null),
                sums.flatMap(HeatRecovery.Sums::deliveredKwh).orElse(null),
                sums.flatMap(HeatRecovery.Sums::deliveredKwh).isPresent()
                        ? recovery.deliveredFrom()
                        : null,
                recovery.cop().orElse(null),
                recovery.replacedKg().orElse(null),
                recovery.pumpKg().orElse(null),
                avoided.orElse(null),
                system.map(HeatRecoverySystem::effect).orElse(null),
                FactorView.of(recovered.gridFactor()),
                EquivalentView.of(avoided),
                sums.map(known -> known.hours().size()).orElse(0),
                recovery.expectedHours(),
                recovery.completeness().orElse(null),
                missing(recovery.missing(), system),
                flags(recovery));
    }

    private static List<MissingView> missing(
            Set<Missing> missing, Optional<HeatRecoverySystem> system) {
        var views = new ArrayList<MissingView>();
        if (system.isEmpty()) {
            views.add(
                    new MissingView(
                            Missing.HEAT_RECOVERY_SYSTEM, Missing.HEAT_RECOVERY_SYSTEM.reason()));
        }
        missing.forEach(what -> views.add(new MissingView(what, what.reason())));
        return views;
    }

    private static List<Flag> flags(HeatRecovery recovery) {
        var flags = new ArrayList<Flag>();
        long hours = recovery.sums().map(sums -> (long) sums.hours().size()).orElse(0L);
        if (!Effectiveness.standsForAll(hours, recovery.expectedHours())) {
            flags.add(Flag.INDICATIVE);
        }
        if (recovery.flowsBack()) {
            flags.add(Flag.HEAT_FLOWS_BACK);
        }
        if (recovery.deliveredFrom() == HeatRecovery.DeliveredFrom.BALANCE
                && recovery.sums().flatMap(HeatRecovery.Sums::deliveredKwh).isPresent()) {
            flags.add(Flag.DELIVERED_HEAT_FROM_BALANCE);
        }
        if (recovery.avoidedKg().filter(kg -> kg.signum() < 0).isPresent()) {
            flags.add(Flag.EMITS_MORE);
        }
        return flags;
    }

    List<@Nullable Object> row() {
        return Table.row(
                start,
                end,
                heatHandedOverKwh,
                heatUsedKwh,
                heatPumpElectricityKwh,
                deliveredHeatKwh,
                deliveredHeatFrom,
                cop,
                replacedKgCo2e,
                heatPumpKgCo2e,
                avoidedKgCo2e,
                effect,
                hours,
                expectedHours,
                completeness,
                String.join(" ", missing.stream().map(one -> one.what().name()).toList()),
                String.join(" ", flags.stream().map(Enum::name).toList()));
    }
}

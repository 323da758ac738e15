package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.metering.MeasuringRole;

/// What entered a facility beside what its sub-meters say was used in it, over the same hours.
///
/// @param mainKwh facility input and on-site generation
/// @param subKwh everything that is measured behind them
/// @param hours how many hours both are summed over
public record Balance(BigDecimal mainKwh, BigDecimal subKwh, long hours) {

    /// By which share sub-meters may stand above their main meter before the balance fails: what
    /// meters of ordinary accuracy differ by.
    public static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    /// What is measured behind the main meters.
    public static final Set<MeasuringRole> SUB_METERS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            MeasuringRole.IT,
                            MeasuringRole.COOLING,
                            MeasuringRole.UPS_LOSS,
                            MeasuringRole.LIGHTING,
                            MeasuringRole.OTHER));

    /// What brings energy in.
    private static final Set<MeasuringRole> MAIN_METERS =
            Collections.unmodifiableSet(
                    EnumSet.of(MeasuringRole.FACILITY_INPUT, MeasuringRole.ON_SITE_GENERATION));

    /// Over the hours in which the input is whole, and so is every other role that is known. Empty
    /// when there is none.
    static Optional<Balance> of(HourSums sums) {
        List<HourGroup> judged = sums.groups().stream().filter(Balance::isJudged).toList();
        return judged.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Balance(
                                sum(judged, MAIN_METERS),
                                sum(judged, SUB_METERS),
                                judged.stream().mapToLong(HourGroup::hours).sum()));
    }

    private static boolean isJudged(HourGroup group) {
        return group.isWholeIn(Set.of(MeasuringRole.FACILITY_INPUT))
                && group.amounts().keySet().stream()
                        .filter(role -> SUB_METERS.contains(role) || MAIN_METERS.contains(role))
                        .allMatch(role -> group.isWholeIn(Set.of(role)));
    }

    private static BigDecimal sum(List<HourGroup> groups, Set<MeasuringRole> roles) {
        return groups.stream()
                .map(group -> group.amount(roles))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What entered and no sub-meter saw, kWh; below 0 when the sub-meters saw more.
    public BigDecimal residualKwh() {
        return mainKwh.subtract(subKwh);
    }

    /// The residual / what entered. A fraction; empty when nothing entered.
    public Optional<BigDecimal> residualShare() {
        return mainKwh.signum() > 0
                ? Optional.of(
                        residualKwh()
                                .divide(mainKwh, Effectiveness.DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    /// Whether the sub-meters stand above the main meters by more than [#TOLERANCE].
    public boolean fails() {
        return subKwh.compareTo(mainKwh.multiply(BigDecimal.ONE.add(TOLERANCE))) > 0;
    }
}

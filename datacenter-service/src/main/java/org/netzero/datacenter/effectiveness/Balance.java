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
/// @param mainKwh electricity that entered, by the boundary of the facility
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

    /// Over the hours in which the main meters are whole, and so is every sub-meter that is known.
    /// Empty when there is none: inside a boundary whose plant's power nobody meters nothing can be
    /// judged, since kWh of fuel are not electricity.
    static Optional<Balance> of(HourSums sums, Boundary boundary) {
        Set<MeasuringRole> main = boundary.mainMeters();
        List<HourGroup> judged =
                sums.groups().stream().filter(group -> isJudged(group, main)).toList();
        return judged.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Balance(
                                sum(judged, main),
                                sum(judged, SUB_METERS),
                                judged.stream().mapToLong(HourGroup::hours).sum()));
    }

    private static boolean isJudged(HourGroup group, Set<MeasuringRole> main) {
        return group.isWholeIn(main)
                && group.amounts().keySet().stream()
                        .filter(SUB_METERS::contains)
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

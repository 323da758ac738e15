package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    static Optional<Balance> of(List<FacilityHour> hours) {
        BigDecimal main = BigDecimal.ZERO;
        BigDecimal sub = BigDecimal.ZERO;
        long judged = 0;
        for (FacilityHour hour : hours) {
            if (isJudged(hour)) {
                judged++;
                for (Map.Entry<MeasuringRole, RoleAmount> role : hour.byRole().entrySet()) {
                    if (SUB_METERS.contains(role.getKey())) {
                        sub = sub.add(role.getValue().amount());
                    } else if (MAIN_METERS.contains(role.getKey())) {
                        main = main.add(role.getValue().amount());
                    }
                }
            }
        }
        return judged == 0 ? Optional.empty() : Optional.of(new Balance(main, sub, judged));
    }

    private static boolean isJudged(FacilityHour hour) {
        if (!hour.byRole().containsKey(MeasuringRole.FACILITY_INPUT)) {
            return false;
        }
        for (Map.Entry<MeasuringRole, RoleAmount> role : hour.byRole().entrySet()) {
            boolean counts =
                    SUB_METERS.contains(role.getKey()) || MAIN_METERS.contains(role.getKey());
            if (counts && !role.getValue().isWhole()) {
                return false;
            }
        }
        return true;
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

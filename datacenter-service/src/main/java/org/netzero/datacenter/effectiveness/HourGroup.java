package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.metering.MeasuringRole;

/// Hours of which the same is known: the sums of whatever ratio take a group as a whole or not at
/// all.
///
/// @param whole roles whose amounts are those of the whole hours
/// @param measured of these, the roles that were measured from end to end
/// @param hours how many they are
/// @param amounts everything known per role, whole or not: kWh; L for water
/// @param unmeasuredHours of whole roles, how much of the hours was bridged
/// @param keptKwh own generation up to what entered in the same hour, where both are whole
public record HourGroup(
        Set<MeasuringRole> whole,
        Set<MeasuringRole> measured,
        long hours,
        Map<MeasuringRole, BigDecimal> amounts,
        Map<MeasuringRole, BigDecimal> unmeasuredHours,
        BigDecimal keptKwh) {

    public HourGroup {
        if (!whole.containsAll(measured)) {
            throw new IllegalArgumentException(
                    "Measured from end to end is whole: %s, %s".formatted(measured, whole));
        }
        if (hours < 1) {
            throw new IllegalArgumentException("No hours: " + hours);
        }
        whole = Set.copyOf(whole);
        measured = Set.copyOf(measured);
        amounts = Map.copyOf(amounts);
        unmeasuredHours = Map.copyOf(unmeasuredHours);
    }

    /// What makes hours alike.
    ///
    /// @param known roles of which there is anything, whole or not
    record Kind(Set<MeasuringRole> whole, Set<MeasuringRole> measured, Set<MeasuringRole> known) {}

    static HourGroup of(FacilityHour hour) {
        Set<MeasuringRole> whole = EnumSet.noneOf(MeasuringRole.class);
        Set<MeasuringRole> measured = EnumSet.noneOf(MeasuringRole.class);
        var amounts = new EnumMap<MeasuringRole, BigDecimal>(MeasuringRole.class);
        var unmeasured = new EnumMap<MeasuringRole, BigDecimal>(MeasuringRole.class);
        hour.byRole()
                .forEach((role, known) -> {
                    amounts.put(role, known.amount());
                    if (known.isWhole()) {
                        whole.add(role);
                        unmeasured.put(role, known.covered().subtract(known.measured()));
                    }
                    if (known.isMeasured()) {
                        measured.add(role);
                    }
                });
        return new HourGroup(whole, measured, 1, amounts, unmeasured, kept(hour));
    }

    private static BigDecimal kept(FacilityHour hour) {
        Optional<RoleAmount> entered = hour.whole(FACILITY_INPUT);
        Optional<RoleAmount> generated = hour.whole(ON_SITE_GENERATION);
        return entered.isPresent() && generated.isPresent()
                ? entered.get().amount().min(generated.get().amount()).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }

    Kind kind() {
        return new Kind(whole, measured, amounts.keySet());
    }

    /// Hours of the same kind together.
    HourGroup plus(HourGroup alike) {
        return new HourGroup(
                whole,
                measured,
                hours + alike.hours,
                sum(amounts, alike.amounts),
                sum(unmeasuredHours, alike.unmeasuredHours),
                keptKwh.add(alike.keptKwh));
    }

    private static Map<MeasuringRole, BigDecimal> sum(
            Map<MeasuringRole, BigDecimal> one, Map<MeasuringRole, BigDecimal> other) {
        var sum = new EnumMap<MeasuringRole, BigDecimal>(MeasuringRole.class);
        sum.putAll(one);
        other.forEach((role, amount) -> sum.merge(role, amount, BigDecimal::add));
        return sum;
    }

    boolean isWholeIn(Collection<MeasuringRole> roles) {
        return whole.containsAll(roles);
    }

    boolean isMeasuredIn(Collection<MeasuringRole> roles) {
        return measured.containsAll(roles);
    }

    BigDecimal amount(Collection<MeasuringRole> roles) {
        return roles.stream()
                .map(role -> amounts.getOrDefault(role, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

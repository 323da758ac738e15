package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.netzero.datacenter.metering.MeasuringRole;

/// Indicators of one facility over one stretch of time: ratios of summed energies, never averages
/// of ratios. A sum takes only hours that are whole in every series of its ratio, since a missing
/// reading is never zero.
///
/// @param hours the hours that are known, each once
/// @param expectedHours hours of the stretch that are over and in which the facility was in
///   operation
public record Effectiveness(List<FacilityHour> hours, long expectedHours) {

    /// Decimals of every ratio.
    public static final int DECIMALS = 6;

    /// Share of the hours from which a figure stands for all of them.
    private static final BigDecimal VALID_FROM = new BigDecimal("0.95");

    public Effectiveness {
        if (expectedHours < 0) {
            throw new IllegalArgumentException("Not below 0: " + expectedHours);
        }
        hours = List.copyOf(hours);
    }

    /// Power usage effectiveness: facility energy / IT energy (ISO/IEC 30134-2). Dimensionless, at
    /// least 1. Empty when no hour is whole in both series, when IT used nothing, when it would be
    /// below 1, or when the balance fails.
    public Optional<BigDecimal> pue() {
        return rawPue().filter(pue -> pue.compareTo(BigDecimal.ONE) >= 0)
                .filter(pue -> !isOutOfBalance());
    }

    /// Main meters and sub-meters; empty without a whole hour.
    public Optional<Balance> balance() {
        return Balance.of(hours);
    }

    private boolean isOutOfBalance() {
        return balance().filter(Balance::fails).isPresent();
    }

    /// Whether a facility has no PUE, though both series are there, since it would be below 1.
    public boolean isHeld() {
        return rawPue().filter(pue -> pue.compareTo(BigDecimal.ONE) < 0).isPresent();
    }

    private Optional<BigDecimal> rawPue() {
        return ratio(FACILITY_INPUT, IT);
    }

    /// Energy reuse factor: heat handed over / facility energy (ISO/IEC 30134-6). A fraction.
    public Optional<BigDecimal> erf() {
        return ratio(HEAT_EXPORT, FACILITY_INPUT).filter(erf -> !isOutOfBalance());
    }

    /// Energy reuse effectiveness: (facility energy − heat handed over) / IT energy, which is (1 −
    /// ERF) × PUE (The Green Grid). Held together with PUE.
    public Optional<BigDecimal> ere() {
        if (pue().isEmpty()) {
            return Optional.empty();
        }
        Predicate<FacilityHour> whole = wholeIn(FACILITY_INPUT, IT, HEAT_EXPORT);
        BigDecimal used = sum(FACILITY_INPUT, whole).subtract(sum(HEAT_EXPORT, whole));
        return quotient(used, sum(IT, whole));
    }

    /// Water usage effectiveness: L of water / kWh of IT energy (ISO/IEC 30134-9).
    public Optional<BigDecimal> wue() {
        return ratio(WATER, IT);
    }

    /// Facility energy over the hours that PUE is made of, kWh.
    public Optional<BigDecimal> facilityKwh() {
        return sumOfPaired(FACILITY_INPUT);
    }

    /// IT energy over the hours that PUE is made of, kWh.
    public Optional<BigDecimal> itKwh() {
        return sumOfPaired(IT);
    }

    /// Hours that the energies of PUE are summed over, measured or bridged.
    public long pairedHours() {
        return paired().count();
    }

    /// Energy that entered the facility over the time in which that is known, whether or not the IT
    /// energy of the same time is: the hours that are whole and, as far as it is covered, the last
    /// one. Empty when there is none.
    public Optional<Input> input() {
        Optional<FacilityHour> last =
                hours.stream()
                        .filter(hour -> hour.covered(FACILITY_INPUT).isPresent())
                        .max(Comparator.comparing(FacilityHour::start));
        return last.map(running -> {
            BigDecimal kwh = BigDecimal.ZERO;
            BigDecimal known = BigDecimal.ZERO;
            for (FacilityHour hour : hours) {
                Optional<RoleAmount> amount =
                        hour.equals(running)
                                ? hour.covered(FACILITY_INPUT)
                                : hour.whole(FACILITY_INPUT);
                if (amount.isPresent()) {
                    kwh = kwh.add(amount.get().amount());
                    known = known.add(amount.get().covered());
                }
            }
            return new Input(kwh, known);
        });
    }

    /// Energy that entered a facility.
    ///
    /// @param hours the time over which it did, in hours
    public record Input(BigDecimal kwh, BigDecimal hours) {}

    /// Mean IT power over the hours whose IT energy is whole / the power it is built for. A
    /// fraction.
    public Optional<BigDecimal> load(Optional<BigDecimal> itCapacityKw) {
        Predicate<FacilityHour> whole = wholeIn(IT);
        long count = hours.stream().filter(whole).count();
        return itCapacityKw.flatMap(
                capacity -> quotient(sum(IT, whole), capacity.multiply(BigDecimal.valueOf(count))));
    }

    /// Everything known per role, whole hours or not: kWh; L for water.
    public Map<MeasuringRole, BigDecimal> amountByRole() {
        var amounts = new EnumMap<MeasuringRole, BigDecimal>(MeasuringRole.class);
        for (FacilityHour hour : hours) {
            hour.byRole()
                    .forEach((role, known) -> amounts.merge(role, known.amount(), BigDecimal::add));
        }
        return amounts;
    }

    /// Hours in which both series of PUE were measured from end to end.
    public long measuredHours() {
        return paired().filter(this::isMeasured).count();
    }

    /// Measured / expected hours, 0 to 1; empty when none is expected.
    public Optional<BigDecimal> completeness() {
        return quotient(BigDecimal.valueOf(measuredHours()), expected())
                .map(share -> share.min(BigDecimal.ONE));
    }

    /// @param twelveMonths whether the stretch is a year that is over
    public Set<IndicatorFlag> flags(boolean twelveMonths) {
        Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
        hours.forEach(hour ->
                hour.flags().stream()
                        .flatMap(flag -> IndicatorFlag.of(flag).stream())
                        .forEach(flags::add));
        if (!twelveMonths || !isValid(quotient(BigDecimal.valueOf(pairedHours()), expected()))) {
            flags.add(IndicatorFlag.INTERIM);
        }
        if (!isValid(completeness())) {
            flags.add(IndicatorFlag.INDICATIVE);
        }
        if (isHeld()) {
            flags.add(IndicatorFlag.PUE_BELOW_ONE);
        } else if (isOutOfBalance()) {
            flags.add(IndicatorFlag.HELD_BALANCE);
        }
        if (paired().anyMatch(hour -> !isMeasured(hour))) {
            flags.add(IndicatorFlag.ESTIMATED);
        }
        return flags;
    }

    private static boolean isValid(Optional<BigDecimal> share) {
        return share.filter(known -> known.compareTo(VALID_FROM) >= 0).isPresent();
    }

    private BigDecimal expected() {
        return BigDecimal.valueOf(expectedHours);
    }

    private Stream<FacilityHour> paired() {
        return hours.stream().filter(wholeIn(FACILITY_INPUT, IT));
    }

    private boolean isMeasured(FacilityHour hour) {
        return hour.whole(FACILITY_INPUT).filter(RoleAmount::isMeasured).isPresent()
                && hour.whole(IT).filter(RoleAmount::isMeasured).isPresent();
    }

    private Optional<BigDecimal> sumOfPaired(MeasuringRole role) {
        return paired().findAny().map(any -> sum(role, wholeIn(FACILITY_INPUT, IT)));
    }

    private Optional<BigDecimal> ratio(MeasuringRole numerator, MeasuringRole denominator) {
        Predicate<FacilityHour> whole = wholeIn(numerator, denominator);
        return quotient(sum(numerator, whole), sum(denominator, whole));
    }

    private BigDecimal sum(MeasuringRole role, Predicate<FacilityHour> which) {
        return hours.stream()
                .filter(which)
                .flatMap(hour -> hour.whole(role).stream())
                .map(RoleAmount::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Predicate<FacilityHour> wholeIn(MeasuringRole... roles) {
        return hour -> List.of(roles).stream().allMatch(role -> hour.whole(role).isPresent());
    }

    private static Optional<BigDecimal> quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() > 0
                ? Optional.of(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }
}

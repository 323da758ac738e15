package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.metering.MeasuringRole;

/// Indicators of one facility over one stretch of time: ratios of summed energies, never averages
/// of ratios. A sum takes only hours that are whole in every series of its ratio, since a missing
/// reading is never zero.
///
/// @param sums the hours that are known, each once
/// @param expectedHours hours of the stretch that are over and in which the facility was in
///   operation
/// @param boundary on which side of it fuel enters
public record Effectiveness(HourSums sums, long expectedHours, Boundary boundary) {

    /// Decimals of every ratio.
    public static final int DECIMALS = 6;

    /// Share of the hours from which a figure stands for all of them.
    private static final BigDecimal VALID_FROM = new BigDecimal("0.95");

    /// Share of estimates up to which a figure is valid.
    private static final BigDecimal MOST_ESTIMATED = new BigDecimal("0.05");

    private static final Set<MeasuringRole> IT_ONLY = Set.of(IT);

    public Effectiveness {
        if (expectedHours < 0) {
            throw new IllegalArgumentException("Not below 0: " + expectedHours);
        }
    }

    /// Of hours one by one, with fuel outside of the boundary.
    public Effectiveness(List<FacilityHour> hours, long expectedHours) {
        this(HourSums.of(hours), expectedHours, Boundary.OUTSIDE);
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
        return Balance.of(sums, boundary);
    }

    /// Why nothing is told that is made of what entered, where its meters contradict each other.
    public Optional<Missing> held() {
        if (isHeld()) {
            return Optional.of(Missing.PUE_BELOW_ONE);
        }
        return isOutOfBalance() ? Optional.of(Missing.HELD_BALANCE) : Optional.empty();
    }

    private boolean isOutOfBalance() {
        return balance().filter(Balance::fails).isPresent();
    }

    /// Whether a facility has no PUE, though both series are there, since it would be below 1.
    public boolean isHeld() {
        return rawPue().filter(pue -> pue.compareTo(BigDecimal.ONE) < 0).isPresent();
    }

    private Optional<BigDecimal> rawPue() {
        return ratio(facility(), IT_ONLY);
    }

    /// Energy reuse factor: heat handed over / facility energy (ISO/IEC 30134-6). A fraction. Held
    /// together with PUE.
    public Optional<BigDecimal> erf() {
        return ratio(Set.of(HEAT_EXPORT), facility()).filter(erf -> held().isEmpty());
    }

    /// Energy reuse effectiveness: (facility energy − heat handed over) / IT energy, which is (1 −
    /// ERF) × PUE (The Green Grid). Held together with PUE.
    public Optional<BigDecimal> ere() {
        if (pue().isEmpty()) {
            return Optional.empty();
        }
        Set<MeasuringRole> whole = and(paired(), Set.of(HEAT_EXPORT));
        BigDecimal used = sum(facility(), whole).subtract(sum(Set.of(HEAT_EXPORT), whole));
        return quotient(used, sum(IT_ONLY, whole));
    }

    /// Water usage effectiveness: L of water / kWh of IT energy (ISO/IEC 30134-9).
    public Optional<BigDecimal> wue() {
        return ratio(Set.of(WATER), IT_ONLY);
    }

    /// Facility energy over the hours that PUE is made of, kWh.
    public Optional<BigDecimal> facilityKwh() {
        return sumOfPaired(facility());
    }

    /// IT energy over the hours that PUE is made of, kWh.
    public Optional<BigDecimal> itKwh() {
        return sumOfPaired(IT_ONLY);
    }

    /// Hours that the energies of PUE are summed over, measured or bridged.
    public long pairedHours() {
        return sums.hours(paired());
    }

    /// The sum of a role over the hours that are whole in it and in others; empty when there is no
    /// such hour. kWh; L for water.
    public Optional<BigDecimal> amount(MeasuringRole role, Set<MeasuringRole> others) {
        Set<MeasuringRole> whole = and(Set.of(role), others);
        return sums.hours(whole) == 0 ? Optional.empty() : Optional.of(sum(Set.of(role), whole));
    }

    /// The same of everything that enters the facility.
    public Optional<BigDecimal> facilityKwh(Set<MeasuringRole> others) {
        Set<MeasuringRole> whole = and(facility(), others);
        return sums.hours(whole) == 0 ? Optional.empty() : Optional.of(sum(facility(), whole));
    }

    /// Hours that are whole in some roles.
    public long hours(Set<MeasuringRole> roles) {
        return sums.hours(roles);
    }

    /// Energy that entered the facility over the time in which that is known, whether or not the IT
    /// energy of the same time is: the hours that are whole and, as far as it is covered, the last
    /// one. Empty when there is none.
    public Optional<Input> input() {
        return sums.last()
                .map(last -> {
                    Set<MeasuringRole> entered = Set.of(FACILITY_INPUT);
                    BigDecimal kwh = sum(entered, entered);
                    BigDecimal hours = BigDecimal.valueOf(sums.hours(entered));
                    RoleAmount running = last.covered(FACILITY_INPUT).orElseThrow();
                    return running.isWhole()
                            ? new Input(kwh, hours)
                            : new Input(kwh.add(running.amount()), hours.add(running.covered()));
                });
    }

    /// Energy that entered a facility.
    ///
    /// @param hours the time over which it did, in hours
    public record Input(BigDecimal kwh, BigDecimal hours) {}

    /// Mean IT power over the hours whose IT energy is whole / the power it is built for. A
    /// fraction.
    public Optional<BigDecimal> load(Optional<BigDecimal> itCapacityKw) {
        long count = sums.hours(IT_ONLY);
        return itCapacityKw.flatMap(capacity ->
                quotient(sum(IT_ONLY, IT_ONLY), capacity.multiply(BigDecimal.valueOf(count))));
    }

    /// Everything known per role, whole hours or not: kWh; L for water.
    public Map<MeasuringRole, BigDecimal> amountByRole() {
        var amounts = new EnumMap<MeasuringRole, BigDecimal>(MeasuringRole.class);
        for (HourGroup group : sums.groups()) {
            group.amounts().forEach((role, amount) -> amounts.merge(role, amount, BigDecimal::add));
        }
        return amounts;
    }

    /// Hours in which both series of PUE were measured from end to end.
    public long measuredHours() {
        return sums.wholeIn(paired())
                .filter(group -> group.isMeasuredIn(paired()))
                .mapToLong(HourGroup::hours)
                .sum();
    }

    /// Measured / expected hours, 0 to 1; empty when none is expected.
    public Optional<BigDecimal> completeness() {
        return quotient(BigDecimal.valueOf(measuredHours()), expected())
                .map(share -> share.min(BigDecimal.ONE));
    }

    /// Share of the time behind the energies of PUE that no meter saw and that was filled by a
    /// stated rule, over all its series alike. 0 to 1; empty when PUE has no hour.
    public Optional<BigDecimal> gapShare() {
        BigDecimal bridged =
                sums.wholeIn(paired())
                        .flatMap(group ->
                                paired().stream()
                                        .map(role ->
                                                group.unmeasuredHours()
                                                        .getOrDefault(role, BigDecimal.ZERO)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return quotient(bridged, BigDecimal.valueOf(pairedHours() * paired().size()));
    }

    /// @param twelveMonths whether the stretch is a year that is over
    public Set<IndicatorFlag> flags(boolean twelveMonths) {
        Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
        sums.flags().stream().flatMap(flag -> IndicatorFlag.of(flag).stream()).forEach(flags::add);
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
        if (measuredHours() < pairedHours()) {
            flags.add(IndicatorFlag.ESTIMATED);
        }
        if (gapShare().filter(share -> share.compareTo(MOST_ESTIMATED) > 0).isPresent()) {
            flags.add(IndicatorFlag.ESTIMATED_ABOVE_5_PERCENT);
        }
        return flags;
    }

    /// Whether a figure of some hours stands for all that are expected.
    public static boolean standsForAll(long hours, long expectedHours) {
        return isValid(quotient(BigDecimal.valueOf(hours), BigDecimal.valueOf(expectedHours)));
    }

    private static boolean isValid(Optional<BigDecimal> share) {
        return share.filter(known -> known.compareTo(VALID_FROM) >= 0).isPresent();
    }

    private BigDecimal expected() {
        return BigDecimal.valueOf(expectedHours);
    }

    private Set<MeasuringRole> facility() {
        return boundary.facilityRoles();
    }

    private Set<MeasuringRole> paired() {
        return and(facility(), IT_ONLY);
    }

    /// Both together.
    public static Set<MeasuringRole> and(Set<MeasuringRole> some, Set<MeasuringRole> more) {
        Set<MeasuringRole> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private Optional<BigDecimal> sumOfPaired(Set<MeasuringRole> roles) {
        return pairedHours() == 0 ? Optional.empty() : Optional.of(sum(roles, paired()));
    }

    private Optional<BigDecimal> ratio(
            Set<MeasuringRole> numerator, Set<MeasuringRole> denominator) {
        Set<MeasuringRole> whole = and(numerator, denominator);
        return quotient(sum(numerator, whole), sum(denominator, whole));
    }

    private BigDecimal sum(Set<MeasuringRole> roles, Set<MeasuringRole> wholeIn) {
        return sums.amount(roles, wholeIn);
    }

    static Optional<BigDecimal> quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() > 0
                ? Optional.of(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }
}

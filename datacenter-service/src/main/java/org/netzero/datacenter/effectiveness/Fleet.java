package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Indicators of all data centres in one year. PUE is averaged in two ways over those that count:
/// in operation for more than twelve months at the end of the year, and at 30 % load or more. The
/// other indicators are those of the same facilities together: sums divided by sums.
///
/// @param members every facility, in the order of their ids
public record Fleet(List<Member> members) {

    private static final BigDecimal LOWEST_LOAD = new BigDecimal("0.30");

    public Fleet {
        members = List.copyOf(members);
    }

    /// Indicators that are weighted by energy only.
    public enum Indicator {
        WUE,
        CUE_LOCATION_BASED,
        CUE_MARKET_BASED,
        REF,
        ERF
    }

    /// The two sums that an indicator of a facility is made of.
    public record Ratio(BigDecimal numerator, BigDecimal denominator) {

        /// Sums of several, divided as one.
        public static Ratio together(List<Ratio> some) {
            return new Ratio(
                    some.stream().map(Ratio::numerator).reduce(BigDecimal.ZERO, BigDecimal::add),
                    some.stream().map(Ratio::denominator).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        /// Empty when it would be divided by nothing.
        public Optional<BigDecimal> value() {
            return Effectiveness.quotient(numerator, denominator);
        }
    }

    /// A facility's year.
    ///
    /// @param overTwelveMonths whether it was in operation for more than twelve months at the end
    ///   of the year
    /// @param pue measured, or else stated
    /// @param load mean IT power / the power its IT is built for
    /// @param facilityKwh energies the measured PUE is made of; empty for a stated one
    /// @param interim whether its PUE is measured over less than the whole year
    /// @param against why its own measurements do not count, apart from its age, load and want of a
    ///   PUE; a stated PUE counts all the same, unless another facility counts the same energy
    /// @param ratios what is measured of the other indicators
    public record Member(
            String datacenterId,
            boolean overTwelveMonths,
            Optional<BigDecimal> pue,
            Optional<BigDecimal> load,
            Optional<BigDecimal> facilityKwh,
            Optional<BigDecimal> itKwh,
            boolean interim,
            Optional<Reason> against,
            Map<Indicator, Ratio> ratios) {

        public Member {
            ratios = against.isPresent() ? Map.of() : Map.copyOf(ratios);
        }

        private boolean isStated() {
            return pue.isPresent() && facilityKwh.isEmpty();
        }

        private Optional<Reason> leftOutFor() {
            return against.filter(reason -> !isStated() || reason == Reason.BOUNDARY_CONFLICT);
        }
    }

    /// Why a facility does not count.
    public enum Reason {
        NOT_IN_OPERATION_OVER_12_MONTHS,
        /// Its energies would count what another facility of its site counts.
        BOUNDARY_CONFLICT,
        PUE_BELOW_ONE,
        /// Its sub-meters stand above its main meters.
        HELD_BALANCE,
        /// Only a part of it is metered.
        PARTIAL,
        /// More than 5 % of the time behind its energies was filled by a rule.
        ESTIMATED_ABOVE_5_PERCENT,
        NO_PUE,
        LOAD_UNKNOWN,
        LOAD_BELOW_30_PERCENT,
        /// The indicator is not measured, or not all that it is made of is known.
        NOT_MEASURED
    }

    /// A facility that does not count, and why.
    public record LeftOut(String datacenterId, Reason reason) {}

    /// An indicator of those together who measured it.
    ///
    /// @param value empty when nobody did
    /// @param leftOut of those who count, who did not; and who does not count
    public record Weighted(Optional<BigDecimal> value, int facilities, List<LeftOut> leftOut) {}

    public List<Member> included() {
        return members.stream().filter(member -> reasonAgainst(member).isEmpty()).toList();
    }

    public List<LeftOut> leftOut() {
        var leftOut = new ArrayList<LeftOut>();
        for (Member member : members) {
            reasonAgainst(member)
                    .ifPresent(reason -> leftOut.add(new LeftOut(member.datacenterId(), reason)));
        }
        return leftOut;
    }

    /// The mean of the facilities' PUE, each counting the same.
    public Optional<BigDecimal> meanPue() {
        List<BigDecimal> pues =
                included().stream().flatMap(member -> member.pue().stream()).toList();
        return pues.isEmpty()
                ? Optional.empty()
                : Effectiveness.quotient(
                        pues.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        BigDecimal.valueOf(pues.size()));
    }

    /// Facility energy of all / IT energy of all. Empty when the energies of an included facility
    /// are not known.
    public Optional<BigDecimal> energyWeightedPue() {
        BigDecimal facility = BigDecimal.ZERO;
        BigDecimal it = BigDecimal.ZERO;
        for (Member member : included()) {
            if (member.facilityKwh().isEmpty() || member.itKwh().isEmpty()) {
                return Optional.empty();
            }
            facility = facility.add(member.facilityKwh().get());
            it = it.add(member.itKwh().get());
        }
        return Effectiveness.quotient(facility, it);
    }

    /// The other indicators of the included facilities together.
    public Map<Indicator, Weighted> energyWeighted() {
        var weighted = new EnumMap<Indicator, Weighted>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            weighted.put(indicator, energyWeighted(indicator));
        }
        return weighted;
    }

    private Weighted energyWeighted(Indicator indicator) {
        var leftOut = new ArrayList<>(leftOut());
        var ratios = new ArrayList<Ratio>();
        for (Member member : included()) {
            Ratio ratio = member.ratios().get(indicator);
            if (ratio == null) {
                leftOut.add(
                        new LeftOut(
                                member.datacenterId(),
                                member.against().orElse(Reason.NOT_MEASURED)));
            } else {
                ratios.add(ratio);
            }
        }
        return new Weighted(Ratio.together(ratios).value(), ratios.size(), leftOut);
    }

    private static Optional<Reason> reasonAgainst(Member member) {
        if (!member.overTwelveMonths()) {
            return Optional.of(Reason.NOT_IN_OPERATION_OVER_12_MONTHS);
        }
        if (member.leftOutFor().isPresent()) {
            return member.leftOutFor();
        }
        if (member.pue().isEmpty()) {
            return Optional.of(Reason.NO_PUE);
        }
        if (member.load().isEmpty()) {
            return Optional.of(Reason.LOAD_UNKNOWN);
        }
        return member.load().get().compareTo(LOWEST_LOAD) < 0
                ? Optional.of(Reason.LOAD_BELOW_30_PERCENT)
                : Optional.empty();
    }
}

package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PUE of all data centres in one year, averaged in two ways over those that count: in operation
/// for more than twelve months at the end of the year, and at 30 % load or more.
///
/// @param members every facility, in the order of their ids
public record Fleet(List<Member> members) {

    private static final BigDecimal LOWEST_LOAD = new BigDecimal("0.30");

    public Fleet {
        members = List.copyOf(members);
    }

    /// A facility's year.
    ///
    /// @param overTwelveMonths whether it was in operation for more than twelve months at the end
    ///   of the year
    /// @param pue measured, or else stated
    /// @param load mean IT power / the power its IT is built for
    /// @param facilityKwh energies the measured PUE is made of; empty for a stated one
    /// @param held whether its PUE came out below 1
    /// @param interim whether its PUE is measured over less than the whole year
    public record Member(
            String datacenterId,
            boolean overTwelveMonths,
            Optional<BigDecimal> pue,
            Optional<BigDecimal> load,
            Optional<BigDecimal> facilityKwh,
            Optional<BigDecimal> itKwh,
            boolean held,
            boolean interim) {}

    /// Why a facility does not count.
    public enum Reason {
        NOT_IN_OPERATION_OVER_12_MONTHS,
        PUE_BELOW_ONE,
        NO_PUE,
        LOAD_UNKNOWN,
        LOAD_BELOW_30_PERCENT
    }

    /// A facility that does not count, and why.
    public record LeftOut(String datacenterId, Reason reason) {}

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
                : Optional.of(
                        divide(
                                pues.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                                BigDecimal.valueOf(pues.size())));
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
        return it.signum() > 0 ? Optional.of(divide(facility, it)) : Optional.empty();
    }

    private static Optional<Reason> reasonAgainst(Member member) {
        if (!member.overTwelveMonths()) {
            return Optional.of(Reason.NOT_IN_OPERATION_OVER_12_MONTHS);
        }
        if (member.held()) {
            return Optional.of(Reason.PUE_BELOW_ONE);
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

    private static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, Effectiveness.DECIMALS, RoundingMode.HALF_EVEN);
    }
}

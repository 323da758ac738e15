package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.netzero.datacenter.metering.HourFlag;

/// A sum over hours of points, or by how much one moved.
///
/// @param points how many hours of points
/// @param amount kWh; L for water
/// @param measured sum of the shares of the hour that were measured
/// @param covered the same with bridged gaps
/// @param flagPoints how many of them have each flag, by the place of its bit
/// @param quarters sums of the amounts of the quarters of those that have quarters
/// @param pointsWithoutQuarters how many have none
record RoleSum(
        int points,
        BigDecimal amount,
        BigDecimal measured,
        BigDecimal covered,
        List<Integer> flagPoints,
        List<BigDecimal> quarters,
        int pointsWithoutQuarters) {

    private static final List<BigDecimal> NO_QUARTERS =
            List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static final RoleSum NONE =
            new RoleSum(
                    0,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    List.of(),
                    NO_QUARTERS,
                    0);

    static RoleSum of(ExactHour hour) {
        return new RoleSum(
                1,
                hour.amount(),
                hour.measured(),
                hour.covered(),
                places(hour.flags() & HourFlag.OF_SUMS),
                hour.quarters().orElse(NO_QUARTERS),
                hour.quarters().isPresent() ? 0 : 1);
    }

    private static List<Integer> places(int flags) {
        var places = new ArrayList<Integer>();
        for (int bits = flags; bits != 0; bits >>>= 1) {
            places.add(bits & 1);
        }
        return places;
    }

    RoleSum plus(RoleSum other) {
        return plus(other, 1);
    }

    RoleSum minus(RoleSum other) {
        return plus(other, -1);
    }

    private RoleSum plus(RoleSum other, int sign) {
        BigDecimal times = BigDecimal.valueOf(sign);
        return new RoleSum(
                points + sign * other.points,
                amount.add(other.amount.multiply(times)),
                measured.add(other.measured.multiply(times)),
                covered.add(other.covered.multiply(times)),
                sum(flagPoints, other.flagPoints, sign),
                sum(quarters, other.quarters, times),
                pointsWithoutQuarters + sign * other.pointsWithoutQuarters);
    }

    private static List<Integer> sum(List<Integer> counts, List<Integer> others, int sign) {
        var sums = new ArrayList<Integer>();
        for (int i = 0; i < Math.max(counts.size(), others.size()); i++) {
            int count = i < counts.size() ? counts.get(i) : 0;
            sums.add(i < others.size() ? count + sign * others.get(i) : count);
        }
        return sums;
    }

    private static List<BigDecimal> sum(
            List<BigDecimal> amounts, List<BigDecimal> others, BigDecimal times) {
        var sums = new ArrayList<BigDecimal>();
        for (int i = 0; i < amounts.size(); i++) {
            sums.add(amounts.get(i).add(others.get(i).multiply(times)));
        }
        return sums;
    }

    /// The flags that any of the points has, as bits.
    int flags() {
        int flags = 0;
        for (int place = 0; place < flagPoints.size(); place++) {
            if (flagPoints.get(place) > 0) {
                flags |= 1 << place;
            }
        }
        return flags;
    }
}

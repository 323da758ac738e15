package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.input.Interval;

/// Findings about single points: a function of their hours, whichever way these came about.
///
/// @param month within which they are looked for; hours beyond it tell how long a stretch goes on
/// @param underLoad the hours in which the facility used energy
/// @param stuckAfter how many hours without a change make a point stuck
public record PointFindings(Interval month, Set<Instant> underLoad, int stuckAfter) {

    /// Roles whose points have something to measure whenever the facility is under load; a
    /// generator or heat handed over may rest for months.
    public static final Set<MeasuringRole> NEVER_AT_REST =
            Set.copyOf(
                    EnumSet.of(
                            MeasuringRole.FACILITY_INPUT,
                            MeasuringRole.IT,
                            MeasuringRole.COOLING,
                            MeasuringRole.UPS_LOSS));

    private static final int DIGITS = 3;

    /// What the hours show, in the order of points, codes and times.
    public List<Finding> of(Collection<FlaggedHour> hours) {
        var byPoint = new TreeMap<String, List<FlaggedHour>>();
        hours.forEach(
                hour -> byPoint.computeIfAbsent(hour.pointId(), id -> new ArrayList<>()).add(hour));
        var findings = new ArrayList<Finding>();
        for (List<FlaggedHour> point : byPoint.values()) {
            point.sort(Comparator.comparing(FlaggedHour::start));
            for (FindingCode code : FindingCode.values()) {
                runs(code, point).forEach(run -> findings.add(finding(code, run)));
            }
        }
        return findings;
    }

    private List<List<FlaggedHour>> runs(FindingCode code, List<FlaggedHour> hours) {
        if (code == FindingCode.STUCK) {
            return runs(hours, this::isAtRest).stream()
                    .filter(run -> run.size() >= stuckAfter)
                    .map(run -> run.stream().filter(this::isWithin).toList())
                    .filter(run -> !run.isEmpty())
                    .toList();
        }
        return runs(hours, hour -> isWithin(hour) && code.isShownBy(hour.flags()));
    }

    private static List<List<FlaggedHour>> runs(
            List<FlaggedHour> hours, Predicate<FlaggedHour> shown) {
        return HourRuns.of(hours.stream().filter(shown).toList(), FlaggedHour::start);
    }

    /// Whether no change means something. A flow may stand, and a temperature may be held.
    static boolean neverRests(MeasuringRole role, MeasuredQuantity quantity) {
        return quantity.isSummed() && NEVER_AT_REST.contains(role);
    }

    private boolean isAtRest(FlaggedHour hour) {
        return hour.flags().contains(HourFlag.UNCHANGED)
                && neverRests(hour.role(), hour.quantity())
                && underLoad.contains(hour.start());
    }

    private boolean isWithin(FlaggedHour hour) {
        return !hour.start().isBefore(month.start()) && hour.start().isBefore(month.end());
    }

    private static Finding finding(FindingCode code, List<FlaggedHour> run) {
        FlaggedHour first = run.getFirst();
        String unit = first.quantity().hourUnit();
        return new Finding(
                code,
                Optional.of(first.pointId()),
                Optional.of(first.role().name()),
                first.start(),
                run.getLast().start().plus(HourRuns.HOUR),
                run.size(),
                "'%s' %s: %s, of which %s measured and %s known, %s %s counted"
                        .formatted(
                                first.pointId(),
                                code.what(),
                                HourRuns.length(run),
                                sum(run, FlaggedHour::measured),
                                sum(run, FlaggedHour::covered),
                                sum(run, FlaggedHour::amount),
                                unit));
    }

    private static String sum(List<FlaggedHour> run, Function<FlaggedHour, BigDecimal> part) {
        return number(run.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// A figure of a message.
    static String number(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}

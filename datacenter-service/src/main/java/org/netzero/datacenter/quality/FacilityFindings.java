package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Findings about a facility's roles and their balance: a function of its hours.
final class FacilityFindings {

    private FacilityFindings() {}

    /// An hour in which meters contradict each other.
    ///
    /// @param mainKwh electricity that entered, by the boundary of the facility
    /// @param subKwh everything measured behind them
    /// @param itKwh when it is known in full
    /// @param aboveMain whether sub-meters stand above the main meters
    record UnbalancedHour(
            Instant start,
            BigDecimal mainKwh,
            BigDecimal subKwh,
            BigDecimal inputKwh,
            Optional<BigDecimal> itKwh,
            boolean aboveMain) {

        boolean isPueBelowOne() {
            return itKwh.filter(it -> it.compareTo(inputKwh) > 0).isPresent();
        }
    }

    /// @param hours in their order
    static List<Finding> ofBalance(List<UnbalancedHour> hours) {
        var findings = new ArrayList<Finding>();
        List<UnbalancedHour> below = hours.stream().filter(UnbalancedHour::isPueBelowOne).toList();
        for (List<UnbalancedHour> run : HourRuns.of(below, UnbalancedHour::start)) {
            findings.add(
                    finding(
                            FindingCode.PUE_BELOW_ONE,
                            run,
                            "IT %s kWh, facility input %s kWh"
                                    .formatted(
                                            sum(run, hour -> hour.itKwh().orElseThrow()),
                                            sum(run, UnbalancedHour::inputKwh))));
        }
        List<UnbalancedHour> above = hours.stream().filter(UnbalancedHour::aboveMain).toList();
        for (List<UnbalancedHour> run : HourRuns.of(above, UnbalancedHour::start)) {
            findings.add(
                    finding(
                            FindingCode.SUBMETERS_ABOVE_MAIN,
                            run,
                            "sub-meters %s kWh, main meters %s kWh"
                                    .formatted(
                                            sum(run, UnbalancedHour::subKwh),
                                            sum(run, UnbalancedHour::mainKwh))));
        }
        return findings;
    }

    private static Finding finding(FindingCode code, List<UnbalancedHour> run, String numbers) {
        return new Finding(
                code,
                Optional.empty(),
                Optional.empty(),
                run.getFirst().start(),
                run.getLast().start().plus(HourRuns.HOUR),
                run.size(),
                "%s: %s, %s".formatted(code.what(), HourRuns.length(run), numbers));
    }

    private static <T> String sum(List<T> run, Function<T, BigDecimal> part) {
        return PointFindings.number(
                run.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// @param hours that wait for a decision
    static List<Finding> ofQuarantine(List<QuarantinedHour> hours) {
        var byRole = new TreeMap<String, List<QuarantinedHour>>();
        hours.forEach(hour ->
                byRole.computeIfAbsent(hour.hour().key().role().name(), r -> new ArrayList<>())
                        .add(hour));
        var findings = new ArrayList<Finding>();
        byRole.forEach((role, ofRole) -> {
            ofRole.sort(Comparator.comparing(QuarantinedHour::start));
            for (List<QuarantinedHour> run : HourRuns.of(ofRole, QuarantinedHour::start)) {
                findings.add(
                        new Finding(
                                FindingCode.LATE_FOR_LOCKED_PERIOD,
                                Optional.empty(),
                                Optional.of(role),
                                run.getFirst().start(),
                                run.getLast().start().plus(HourRuns.HOUR),
                                run.size(),
                                "%s: %s of %s would change by %s %s in sum"
                                        .formatted(
                                                FindingCode.LATE_FOR_LOCKED_PERIOD.what(),
                                                HourRuns.length(run),
                                                role,
                                                sum(run, QuarantinedHour::effect),
                                                role.equals("WATER") ? "L" : "kWh")));
            }
        });
        return findings;
    }
}

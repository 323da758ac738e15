package org.netzero.gateway.roadmap.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One way the years from the base year to the target year may go: growth, factors, levers, targets
/// and the use of credits.
///
/// @param targetYear last year projected, at most 60 years after the base year
/// @param otherActivity growth of scope 1 and of every scope 3 category
/// @param levers at most 12, so that their shares of the cut are exact; each starts after the base
///   year
/// @param targets at most 50, one per metric and year, each after the base year
public record Scenario(
        String id,
        String name,
        int baseYear,
        int targetYear,
        ElectricityAssumptions electricity,
        Driver otherActivity,
        List<Lever> levers,
        List<Target> targets,
        OffsetPolicy offsets) {

    public static final int MAXIMUM_YEARS = 60;
    private static final int MAXIMUM_TARGETS = 50;

    public Scenario {
        Require.text("scenario id", id, 100);
        Require.text("scenario name", name, 200);
        Require.calendarYear("baseYear", baseYear);
        Require.between(
                "targetYear",
                targetYear,
                baseYear + 1.0,
                baseYear + (double) MAXIMUM_YEARS,
                "project to a year after the base year " + baseYear);
        levers = List.copyOf(levers);
        targets = List.copyOf(targets);
        checkLevers(baseYear, levers);
        checkTargets(baseYear, targets);
    }

    private static void checkLevers(int baseYear, List<Lever> levers) {
        if (levers.size() > ShapleyAttribution.MAXIMUM_LEVERS) {
            throw new TooManyLevers(levers.size(), ShapleyAttribution.MAXIMUM_LEVERS);
        }
        Set<String> ids = new HashSet<>();
        Map<String, String> leversOfGroups = new HashMap<>();
        for (Lever lever : levers) {
            if (!ids.add(lever.id())) {
                throw new DuplicateEntry("levers", lever.id());
            }
            lever.exclusiveGroup().ifPresent(group -> checkAlone(lever, group, leversOfGroups));
            Require.between(
                    "startYear of lever " + lever.id(),
                    lever.deployment().startYear(),
                    baseYear + 1.0,
                    Integer.MAX_VALUE,
                    "start after the base year "
                            + baseYear
                            + ", whose inventory holds earlier effects already");
        }
    }

    private static void checkAlone(Lever lever, String group, Map<String, String> leversOfGroups) {
        String other = leversOfGroups.putIfAbsent(group, lever.id());
        if (other != null) {
            throw new LeversExcludeEachOther(group, other, lever.id());
        }
    }

    private static void checkTargets(int baseYear, List<Target> targets) {
        Require.atMost("targets", targets.size(), MAXIMUM_TARGETS);
        Set<String> ids = new HashSet<>();
        Set<String> metricsAndYears = new HashSet<>();
        for (Target target : targets) {
            if (!ids.add(target.id())) {
                throw new DuplicateEntry("targets", target.id());
            }
            if (!metricsAndYears.add(target.metric() + " in " + target.year())) {
                throw new DuplicateEntry("targets", target.metric() + " in " + target.year());
            }
            Require.between(
                    "year of target " + target.id(),
                    target.year(),
                    baseYear + 1.0,
                    Integer.MAX_VALUE,
                    "set it for a year after the base year " + baseYear);
        }
    }
}

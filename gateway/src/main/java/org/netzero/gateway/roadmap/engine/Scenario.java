package org.netzero.gateway.roadmap.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// One way the years from the base year to the target year may go: growth, factors, levers, targets
/// and the use of credits.
///
/// @param targetYear last year projected, at most 60 years after the base year
/// @param otherActivity growth of scope 1, of heat and of every scope 3 category
/// @param activities what grows otherwise; at most 500, each part once
/// @param regions the parts of the company with a grid of their own, at most 50; empty for one that
///   is everywhere
/// @param levers at most 60; each starts after the base year
/// @param targets at most 50, one per metric and year, each after the base year
public record Scenario(
        String id,
        String name,
        int baseYear,
        int targetYear,
        ElectricityAssumptions electricity,
        Driver otherActivity,
        List<ActivityGrowth> activities,
        List<Region> regions,
        List<Lever> levers,
        List<Target> targets,
        OffsetPolicy offsets) {

    public static final int MAXIMUM_YEARS = 60;
    static final int MAXIMUM_LEVERS = 60;
    private static final int MAXIMUM_TARGETS = 50;
    private static final int MAXIMUM_REGIONS = 50;
    private static final int MAXIMUM_ACTIVITIES = 500;
    private static final double TOLERANCE = 1e-6;

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
        activities = List.copyOf(activities);
        regions = List.copyOf(regions);
        levers = List.copyOf(levers);
        targets = List.copyOf(targets);
        checkRegions(regions);
        checkActivities(activities, regions);
        checkLevers(baseYear, levers);
        checkPlaces(levers, regions);
        checkRequirements(levers);
        checkTargets(baseYear, targets);
    }

    /// A company that is one region, all of whose activity but its electricity grows alike.
    public Scenario(
            String id,
            String name,
            int baseYear,
            int targetYear,
            ElectricityAssumptions electricity,
            Driver otherActivity,
            List<Lever> levers,
            List<Target> targets,
            OffsetPolicy offsets) {
        this(
                id,
                name,
                baseYear,
                targetYear,
                electricity,
                otherActivity,
                List.of(),
                List.of(),
                levers,
                targets,
                offsets);
    }

    /// The same with other levers.
    public Scenario withLevers(List<Lever> others) {
        return with(others, targets);
    }

    /// The same with other targets.
    public Scenario withTargets(List<Target> others) {
        return with(levers, others);
    }

    private Scenario with(List<Lever> otherLevers, List<Target> otherTargets) {
        return new Scenario(
                id,
                name,
                baseYear,
                targetYear,
                electricity,
                otherActivity,
                activities,
                regions,
                otherLevers,
                otherTargets,
                offsets);
    }

    private static void checkRegions(List<Region> regions) {
        Require.at("regions", () -> Require.atMost("regions", regions.size(), MAXIMUM_REGIONS));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < regions.size(); i++) {
            if (!ids.add(regions.get(i).id())) {
                throw new DuplicateEntry("regions", regions.get(i).id())
                        .at("regions[" + i + "].id");
            }
        }
        if (!regions.isEmpty()) {
            checkSum("shareOfElectricity", regions, Region::shareOfElectricity);
            checkSum("shareOfScope1", regions, Region::shareOfScope1);
            checkSum("shareOfScope3", regions, Region::shareOfScope3);
        }
    }

    private static void checkSum(
            String name, List<Region> regions, ToDoubleFunction<Region> share) {
        double sum = regions.stream().mapToDouble(share).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new SharesDoNotSumToOne(name, sum).at("regions");
        }
    }

    private static void checkActivities(List<ActivityGrowth> activities, List<Region> regions) {
        Require.at(
                "activities",
                () -> Require.atMost("activities", activities.size(), MAXIMUM_ACTIVITIES));
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < activities.size(); i++) {
            ActivityGrowth activity = activities.get(i);
            String path = "activities[" + i + "]";
            if (!subjects.add(activity.subject())) {
                throw new DuplicateEntry("activities", activity.subject()).at(path);
            }
            if (activity.region().isPresent()) {
                checkRegion(
                        "activity " + activity.subject(),
                        activity.region().get(),
                        regions,
                        path + ".region");
            }
        }
    }

    private static void checkRegion(
            String subject, String region, List<Region> regions, String path) {
        SortedSet<String> known = new TreeSet<>();
        regions.forEach(candidate -> known.add(candidate.id()));
        if (!known.contains(region)) {
            throw new UnknownName(subject, "region", region, String.join(", ", known)).at(path);
        }
    }

    private static void checkLevers(int baseYear, List<Lever> levers) {
        if (levers.size() > MAXIMUM_LEVERS) {
            throw new TooManyLevers(levers.size(), MAXIMUM_LEVERS).at("levers");
        }
        Set<String> ids = new HashSet<>();
        Map<String, String> leversOfGroups = new HashMap<>();
        for (int i = 0; i < levers.size(); i++) {
            Lever lever = levers.get(i);
            String path = "levers[" + i + "]";
            if (!ids.add(lever.id())) {
                throw new DuplicateEntry("levers", lever.id()).at(path + ".id");
            }
            if (lever.exclusiveGroup().isPresent()) {
                String group = lever.exclusiveGroup().get();
                String other = leversOfGroups.putIfAbsent(group, lever.id());
                if (other != null) {
                    throw new LeversExcludeEachOther(group, other, lever.id())
                            .at(path + ".exclusiveGroup");
                }
            }
            Require.at(
                    path + ".deployment.startYear",
                    () ->
                            Require.between(
                                    "startYear of lever " + lever.id(),
                                    lever.deployment().startYear(),
                                    baseYear + 1.0,
                                    Integer.MAX_VALUE,
                                    "start after the base year "
                                            + baseYear
                                            + ", whose inventory holds earlier effects already"));
        }
    }

    private static void checkRequirements(List<Lever> levers) {
        Map<String, Lever> byId = new TreeMap<>();
        levers.forEach(lever -> byId.put(lever.id(), lever));
        for (int i = 0; i < levers.size(); i++) {
            Lever lever = levers.get(i);
            String path = "levers[" + i + "].requires";
            for (int k = 0; k < lever.requires().size(); k++) {
                if (!byId.containsKey(lever.requires().get(k))) {
                    throw new UnknownName(
                                    "lever " + lever.id(),
                                    "lever",
                                    lever.requires().get(k),
                                    String.join(", ", byId.keySet()))
                            .at(path + "[" + k + "]");
                }
            }
            checkNoCircle(lever, byId, path);
        }
    }

    private static void checkNoCircle(Lever start, Map<String, Lever> byId, String path) {
        Set<String> passed = new HashSet<>();
        Deque<Lever> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Lever lever = open.pop();
            for (String required : lever.requires()) {
                if (required.equals(start.id())) {
                    throw new LeversRequireEachOther(start.id(), lever.id()).at(path);
                }
                Lever next = byId.get(required);
                if (next != null && passed.add(required)) {
                    open.push(next);
                }
            }
        }
    }

    private static void checkPlaces(List<Lever> levers, List<Region> regions) {
        SortedSet<String> zones = new TreeSet<>();
        regions.forEach(region -> zones.add(region.marketZone()));
        for (int i = 0; i < levers.size(); i++) {
            Lever lever = levers.get(i);
            String subject = "lever " + lever.id();
            String path = "levers[" + i + "]";
            switch (lever.place()) {
                case Place.InRegion(String region) ->
                        checkRegion(subject, region, regions, path + ".region");
                case Place.InMarketZone(String zone) -> {
                    if (!zones.contains(zone)) {
                        throw new UnknownName(
                                        subject, "market zone", zone, String.join(", ", zones))
                                .at(path + ".marketZone");
                    }
                }
                case Place.Everywhere _ -> {
                    if (lever.effect() instanceof LeverEffect.Certificates && zones.size() > 1) {
                        throw new CertificatesWithoutZone(lever.id(), String.join(", ", zones))
                                .at(path + ".marketZone");
                    }
                }
            }
        }
    }

    private static void checkTargets(int baseYear, List<Target> targets) {
        Require.at("targets", () -> Require.atMost("targets", targets.size(), MAXIMUM_TARGETS));
        Set<String> ids = new HashSet<>();
        Set<String> metricsAndYears = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            String path = "targets[" + i + "]";
            if (!ids.add(target.id())) {
                throw new DuplicateEntry("targets", target.id()).at(path + ".id");
            }
            if (!metricsAndYears.add(target.metric() + " in " + target.year())) {
                throw new DuplicateEntry("targets", target.metric() + " in " + target.year())
                        .at(path + ".year");
            }
            Require.at(
                    path + ".year",
                    () ->
                            Require.between(
                                    "year of target " + target.id(),
                                    target.year(),
                                    baseYear + 1.0,
                                    Integer.MAX_VALUE,
                                    "set it for a year after the base year " + baseYear));
        }
    }
}

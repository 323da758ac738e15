package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.ProjectionYear;

/// Where a company stands by what it published: pace of the renewable share, distance to its
/// validated targets.
final class PublishedNumbers {

    private static final String SHARE = "renewable_electricity_pct";
    private static final String TARGET_12 = "target_s12_abs_reduction_pct_vs_";
    private static final String TARGET_3 = "target_s3_abs_reduction_pct_vs_";
    private static final String SCOPE_1 = "scope1";
    private static final int RENEWABLE_TARGET_YEAR = 2030;

    private final PublishedCompany company;
    private final ScenarioChecks.Subject subject;
    private final int baseYear;

    PublishedNumbers(PublishedCompany company, ScenarioChecks.Subject subject) {
        this.company = company;
        this.subject = subject;
        this.baseYear = subject.scenario().baseYear();
    }

    void addTo(List<Statement> statements) {
        pace(statements);
        distance("distance-scope-1-2", "scope 1 + 2", TARGET_12, scope12(), statements);
        distance("distance-scope-3", "scope 3", TARGET_3, scope3(), statements);
    }

    /// 100 % by 2030 against the pace between the first and the last published year.
    private void pace(List<Statement> statements) {
        SortedMap<Integer, Double> shares = company.newest(SHARE);
        if (shares.size() < 2 || shares.lastKey() >= RENEWABLE_TARGET_YEAR) {
            return;
        }
        int first = shares.firstKey();
        int latest = shares.lastKey();
        double from = shares.sequencedValues().getFirst();
        double reached = shares.sequencedValues().getLast();
        double pace = (reached - from) / (latest - first);
        double needed = Math.max(0, 100 - reached) / (RENEWABLE_TARGET_YEAR - latest);
        List<String> path = new ArrayList<>();
        shares.forEach((year, share) -> path.add(Words.points(share) + " % in " + year));
        statements.add(
                new Statement(
                        "renewable-pace",
                        "%s published a renewable share of %s: %s points a year. 100 %% by %d needs %s points a year from %d on, %s; at the pace so far it would be %s %% in %d."
                                .formatted(
                                        company.name(),
                                        String.join(", ", path),
                                        Words.points(pace),
                                        RENEWABLE_TARGET_YEAR,
                                        Words.points(needed),
                                        latest,
                                        pace > 0
                                                ? Words.points(needed / pace) + " times that pace"
                                                : "which no multiple of that pace reaches",
                                        Words.points(
                                                Math.clamp(
                                                        reached
                                                                + pace
                                                                        * (RENEWABLE_TARGET_YEAR
                                                                                - latest),
                                                        0.0,
                                                        100.0)),
                                        RENEWABLE_TARGET_YEAR),
                        "pace = (%s − %s)/(%d − %d) = %s; needed = (100 − %s)/(%d − %d) = %s"
                                .formatted(
                                        Words.points(reached),
                                        Words.points(from),
                                        latest,
                                        first,
                                        Words.points(pace),
                                        Words.points(reached),
                                        RENEWABLE_TARGET_YEAR,
                                        latest,
                                        Words.points(needed)),
                        List.of(
                                new Amount("pace", pace, "points/a"),
                                new Amount("needed", needed, "points/a"),
                                new Amount("latestShare", reached, "%")),
                        "Shipped series, metric " + SHARE));
    }

    private void distance(
            String id,
            String scope,
            String metric,
            SortedMap<Integer, Double> tonnes,
            List<Statement> statements) {
        SortedMap<Integer, Double> targets = company.newest(metric + baseYear);
        Double base = tonnes.get(baseYear);
        if (targets.isEmpty() || base == null) {
            return;
        }
        int year = targets.lastKey();
        double cut = targets.sequencedValues().getLast() / 100;
        double level = base * (1 - cut);
        int latest = tonnes.headMap(year).lastKey();
        double reached = tonnes.headMap(year).sequencedValues().getLast();
        OptionalDouble projected = projected(year, metric);
        List<Amount> numbers = new ArrayList<>();
        numbers.add(Amount.tonnes("restatedBase", base));
        numbers.add(Amount.tonnes("level", level));
        numbers.add(Amount.tonnes("latest", reached));
        numbers.add(Amount.tonnes("distance", reached - level));
        projected.ifPresent(value -> {
            numbers.add(Amount.tonnes("projected", value));
            numbers.add(Amount.tonnes("projectedDistance", value - level));
        });
        statements.add(
                new Statement(
                        id,
                        "The validated −%s %% of %s against the restated %d (%s) is %s in %d. Published for %d: %s, %s away, %s a year%s."
                                .formatted(
                                        Words.points(cut * 100),
                                        scope,
                                        baseYear,
                                        Words.tonnes(base),
                                        Words.tonnes(level),
                                        year,
                                        latest,
                                        Words.tonnes(reached),
                                        Words.tonnes(reached - level),
                                        Words.tonnes((reached - level) / (year - latest)),
                                        projected.isPresent()
                                                ? ". This scenario projects "
                                                        + Words.tonnes(projected.getAsDouble())
                                                        + ", "
                                                        + aboveOrBelow(
                                                                projected.getAsDouble() - level)
                                                : ""),
                        "level = %s·(1 − %s) = %s"
                                .formatted(
                                        Words.tonnes(base), Words.points(cut), Words.tonnes(level)),
                        numbers,
                        "Shipped series, metric " + metric + baseYear + " and newest vintages"));
    }

    private static String aboveOrBelow(double gap) {
        return Words.tonnes(Math.abs(gap)) + (gap > 0 ? " above it" : " below it");
    }

    private OptionalDouble projected(int year, String metric) {
        return subject.projection().year(year).stream()
                .mapToDouble(projection -> value(projection, metric))
                .findFirst();
    }

    private static double value(ProjectionYear year, String metric) {
        return metric.equals(TARGET_12)
                ? year.scope1Tonnes() + year.scope2MarketTonnes()
                : year.scope3Tonnes();
    }

    private SortedMap<Integer, Double> scope12() {
        SortedMap<Integer, Double> scope2 = either("scope2", "scope2_mb");
        SortedMap<Integer, Double> sum = new TreeMap<>();
        company.newest(SCOPE_1)
                .forEach((year, tonnes) -> {
                    Double second = scope2.get(year);
                    if (second != null) {
                        sum.put(year, tonnes + second);
                    }
                });
        return sum;
    }

    private SortedMap<Integer, Double> scope3() {
        return either("scope3", "scope3_total");
    }

    private SortedMap<Integer, Double> either(String metric, String otherName) {
        SortedMap<Integer, Double> values = company.newest(metric);
        return values.isEmpty() ? company.newest(otherName) : values;
    }
}

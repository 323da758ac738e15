package org.netzero.gateway.roadmap.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.netzero.gateway.roadmap.engine.Driver;

/// How wide a band around the engine's projection has to be, from its errors in a back-test.
///
/// The error h years ahead is taken as a growth rate that was read wrongly, half of which lasts
/// while the rest is damped like the rate itself: a normal logarithm with deviation `σ · (h + (1 −
/// φ^h)/(1 − φ))/2`. So errors grow about with the horizon, not its root. σ is the 80 % quantile of
/// the errors per such year over 1.2816, of the company where that is largest: a company that is
/// not among them may be as hard to project as the hardest that is.
///
/// @param deviations σ by group
/// @param cases how many each stands on
public record Calibration(Map<Group, Double> deviations, Map<Group, Integer> cases) {

    /// What of a wrongly read rate lasts.
    public static final double LASTING_SHARE = 0.5;

    /// Quantile of 0.9 of the standard normal distribution.
    public static final double Q90 = 1.2815515655446004;

    private static final double SHARE_INSIDE = 0.8;
    private static final int MOST_YEARS = 3;

    /// Kinds that err alike.
    public enum Group {
        ENERGY,
        FUEL,
        CONTRACTS,
        SUPPLY;

        static Group of(Kind kind) {
            return switch (kind) {
                case ELECTRICITY, ENERGY, SCOPE_2_LOCATION -> ENERGY;
                case SCOPE_1 -> FUEL;
                case SCOPE_2 -> CONTRACTS;
                case SCOPE_3, TOTAL -> SUPPLY;
            };
        }
    }

    /// How many outcomes lay between P10 and P90.
    ///
    /// @param company a company, or ALL
    /// @param horizon years ahead, or 0 for all
    public record Coverage(String company, int horizon, int inside, int n) {

        public double share() {
            return n == 0 ? 0 : (double) inside / n;
        }
    }

    public Calibration {
        deviations = Collections.unmodifiableMap(new EnumMap<>(deviations));
        cases = Collections.unmodifiableMap(new EnumMap<>(cases));
    }

    /// Cases up to three years ahead count; beyond that there are too few.
    public static Calibration of(Collection<Case> cases) {
        Map<Group, Double> deviations = new EnumMap<>(Group.class);
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Case> chosen =
                    cases.stream()
                            .filter(tried -> Group.of(tried.kind()) == group)
                            .filter(tried -> tried.horizon() <= MOST_YEARS)
                            .toList();
            deviations.put(group, widest(chosen));
            counts.put(group, chosen.size());
        }
        return new Calibration(deviations, counts);
    }

    private static double widest(List<Case> cases) {
        return cases.stream()
                .map(Case::company)
                .distinct()
                .mapToDouble(company ->
                        deviation(
                                cases.stream()
                                        .filter(tried -> tried.company().equals(company))
                                        .toList()))
                .max()
                .orElse(0);
    }

    private static double deviation(List<Case> cases) {
        double[] rates =
                cases.stream()
                        .mapToDouble(tried ->
                                Math.abs(tried.logError(Method.ENGINE))
                                        / yearsOfError(tried.horizon(), tried.kind().damping()))
                        .sorted()
                        .toArray();
        double rank = SHARE_INSIDE * (rates.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, rates.length - 1);
        return (rates[below] + (rank - below) * (rates[above] - rates[below])) / Q90;
    }

    /// How many times its first year's error an error has grown to.
    public static double yearsOfError(int horizon, double damping) {
        return LASTING_SHARE * horizon + (1 - LASTING_SHARE) * Driver.dampedYears(horizon, damping);
    }

    public double deviation(Group group) {
        return deviations.getOrDefault(group, 0.0);
    }

    /// Logarithmic half-width from P50 to P90.
    double halfWidth(Kind kind, int horizon) {
        return Q90 * deviation(Group.of(kind)) * yearsOfError(horizon, kind.damping());
    }

    boolean isInside(Case tried) {
        return Math.abs(tried.logError(Method.ENGINE)) <= halfWidth(tried.kind(), tried.horizon());
    }

    /// These bands held against cases: all, then by horizon, then by company.
    public List<Coverage> coverage(Collection<Case> cases) {
        List<Coverage> coverages = new ArrayList<>();
        coverages.add(coverage(Score.ALL, 0, cases, _ -> true));
        cases.stream()
                .map(Case::horizon)
                .distinct()
                .sorted()
                .forEach(horizon ->
                        coverages.add(
                                coverage(
                                        Score.ALL,
                                        horizon,
                                        cases,
                                        tried -> tried.horizon() == horizon)));
        cases.stream()
                .map(Case::company)
                .distinct()
                .sorted()
                .forEach(company ->
                        coverages.add(
                                coverage(
                                        company,
                                        0,
                                        cases,
                                        tried -> tried.company().equals(company))));
        return coverages;
    }

    private Coverage coverage(
            String company, int horizon, Collection<Case> cases, Predicate<Case> chosen) {
        List<Case> counted = cases.stream().filter(chosen).toList();
        return new Coverage(
                company,
                horizon,
                (int) counted.stream().filter(this::isInside).count(),
                counted.size());
    }

    /// The mean of the companies' shares, each counted once: cases of one company err together, so
    /// a company of many cases says no more than one of few.
    public static double meanOfCompanies(List<Coverage> unseen) {
        return unseen.stream()
                .filter(coverage -> !coverage.company().equals(Score.ALL))
                .mapToDouble(Coverage::share)
                .average()
                .orElse(0);
    }

    /// Bands made without a company held against that company, each in turn.
    public static List<Coverage> unseen(Collection<Case> cases) {
        List<Coverage> byCompany = new ArrayList<>();
        int inside = 0;
        int n = 0;
        for (String company : cases.stream().map(Case::company).distinct().sorted().toList()) {
            Calibration ofOthers =
                    of(cases.stream().filter(tried -> !tried.company().equals(company)).toList());
            Coverage coverage =
                    ofOthers.coverage(
                            company,
                            0,
                            cases,
                            tried ->
                                    tried.company().equals(company)
                                            && tried.horizon() <= MOST_YEARS);
            byCompany.add(coverage);
            inside += coverage.inside();
            n += coverage.n();
        }
        List<Coverage> all = new ArrayList<>();
        all.add(new Coverage(Score.ALL, 0, inside, n));
        all.addAll(byCompany);
        return all;
    }
}

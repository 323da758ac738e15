package org.netzero.gateway.roadmap.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Projects every series from every year with at least two known years before it, as far as later
/// figures reach, and scores each method on the same cases.
///
/// @param companies of which figures are there
/// @param cases in the order of company, metric, origin and horizon
/// @param leftOut how many figures are not projected, by reason
public record BackTest(
        List<String> companies, List<Case> cases, Map<Figure.LeftOut, Integer> leftOut) {

    /// Fewer years allow no method a trend.
    static final int LEAST_HISTORY = 2;

    static final int LONGEST_HORIZON = 10;

    public BackTest {
        companies = List.copyOf(companies);
        cases = List.copyOf(cases);
        leftOut = Map.copyOf(leftOut);
    }

    public static BackTest of(Collection<Figure> figures) {
        SortedSet<String> companies = new TreeSet<>();
        figures.forEach(figure -> companies.add(figure.company()));
        List<Case> cases = new ArrayList<>();
        Series.of(figures).forEach(series -> addCases(series, cases));
        Map<Figure.LeftOut, Integer> leftOut = new EnumMap<>(Figure.LeftOut.class);
        figures.forEach(figure ->
                figure.leftOut().ifPresent(reason -> leftOut.merge(reason, 1, Integer::sum)));
        return new BackTest(List.copyOf(companies), cases, leftOut);
    }

    private static void addCases(Series series, List<Case> cases) {
        for (int origin : series.years()) {
            series.knownAsOf(origin)
                    .filter(known -> known.history().size() >= LEAST_HISTORY)
                    .ifPresent(known -> addCases(series, origin, known, cases));
        }
    }

    private static void addCases(Series series, int origin, Series.Known known, List<Case> cases) {
        for (int horizon = 1; horizon <= LONGEST_HORIZON; horizon++) {
            Optional<Double> actual = series.actual(origin + horizon, known.vintage());
            if (actual.isPresent()) {
                Map<Method, Double> projected = new EnumMap<>(Method.class);
                for (Method method : Method.values()) {
                    projected.put(method, method.project(known.history(), series.kind(), horizon));
                }
                cases.add(
                        new Case(
                                series.company(),
                                series.metric(),
                                series.kind(),
                                origin,
                                horizon,
                                known.vintage().report(),
                                known.asPublished(),
                                known.history(),
                                actual.get(),
                                projected));
            }
        }
    }

    /// Of all companies first, then by company; in each of all kinds first, then by kind; by
    /// horizon and method.
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        addScores(Score.ALL, _ -> true, scores);
        for (String company : companies) {
            addScores(company, tried -> tried.company().equals(company), scores);
        }
        return scores;
    }

    private void addScores(String company, Predicate<Case> ofCompany, List<Score> scores) {
        List<Case> chosen = cases.stream().filter(ofCompany).toList();
        addScores(company, Score.ALL, chosen, scores);
        for (Kind kind : Kind.values()) {
            addScores(
                    company,
                    kind.name(),
                    chosen.stream().filter(tried -> tried.kind() == kind).toList(),
                    scores);
        }
    }

    private static void addScores(
            String company, String kind, List<Case> cases, List<Score> scores) {
        for (int horizon = 1; horizon <= LONGEST_HORIZON; horizon++) {
            int years = horizon;
            List<Case> ahead = cases.stream().filter(tried -> tried.horizon() == years).toList();
            if (!ahead.isEmpty()) {
                for (Method method : Method.values()) {
                    double error =
                            ahead.stream()
                                            .mapToDouble(tried -> Math.abs(tried.logError(method)))
                                            .sum()
                                    / ahead.size();
                    scores.add(new Score(company, kind, method, years, error, ahead.size()));
                }
            }
        }
    }

    /// Companies whose figures allow no case: fewer than two years known before another one.
    public List<String> withoutCases() {
        return companies.stream()
                .filter(company ->
                        cases.stream().noneMatch(tried -> tried.company().equals(company)))
                .toList();
    }
}

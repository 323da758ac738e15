package org.netzero.gateway.roadmap.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.netzero.gateway.roadmap.engine.ClaimRule;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

/// The runs of a scenario by year and run, and what is read from them.
final class Runs {

    private static final double TOLERANCE = 1e-9;

    private final Question question;
    private final ClaimRule claims;
    private final long seed;
    private final double[][] scope12;
    private final double[][] scope3;
    private final double[][] gross;
    private final double[][] share;
    private final double[] price;
    private final SequencedMap<String, double[]> inputs;

    Runs(
            Question question,
            long seed,
            double[][] scope12,
            double[][] scope3,
            double[][] gross,
            double[][] share,
            double[] price,
            SequencedMap<String, double[]> inputs) {
        this.question = question;
        this.claims = ClaimRule.of(question.scenario(), question.base());
        this.seed = seed;
        this.scope12 = scope12;
        this.scope3 = scope3;
        this.gross = gross;
        this.share = share;
        this.price = price;
        this.inputs = inputs;
    }

    int count() {
        return price.length;
    }

    /// How this scenario compares with another one in a year that both project.
    ///
    /// @param year the last common one
    /// @param chanceBelow share of the runs in which gross emissions of this one are lower
    record Comparison(String otherId, int year, double chanceBelow) {}

    /// Both stand on the same draws where their seeds are one.
    ///
    /// @return empty where no year is common to both
    Optional<Comparison> against(Runs other) {
        Scenario theirs = other.question.scenario();
        int year = Math.min(question.scenario().targetYear(), theirs.targetYear());
        if (year < Math.max(question.scenario().baseYear(), theirs.baseYear())) {
            return Optional.empty();
        }
        double[] own = gross[indexOf(year)];
        double[] others = other.gross[other.indexOf(year)];
        return Optional.of(
                new Comparison(
                        theirs.id(),
                        year,
                        shareOf(
                                run -> own[run] < others[run],
                                Math.min(own.length, others.length))));
    }

    Outlook outlook() {
        List<Outlook.Year> years = years();
        Optional<TargetStanding> net =
                standings().stream()
                        .filter(standing -> standing.metric() == TargetMetric.NET_EMISSIONS)
                        .max(Comparator.comparingInt(TargetStanding::year));
        return new Outlook(
                count(),
                seed,
                years,
                years.stream()
                        .filter(year -> year.offTrack().orElse(0) > 0.5)
                        .filter(year -> year.year() > question.scenario().baseYear())
                        .mapToInt(Outlook.Year::year)
                        .findFirst(),
                standings().stream()
                        .map(standing ->
                                new Outlook.TargetChance(
                                        standing.targetId(), standing.year(), chance(standing)))
                        .toList(),
                sensitivities(),
                baseYear(),
                net.map(target -> quantiles(run -> neededTonnes(target, run))),
                net.map(target -> quantiles(run -> neededTonnes(target, run) * price[run])));
    }

    private Outlook.BaseYear baseYear() {
        Inventory base = question.base();
        Spreads spreads = question.spreads();
        double mean = Arrays.stream(gross[0]).sum() / count();
        if (base.grossTonnes() == 0) {
            return new Outlook.BaseYear(0, 0);
        }
        double variance =
                Arrays.stream(gross[0]).map(tonnes -> Math.pow(tonnes - mean, 2)).sum()
                        / (count() - 1);
        return new Outlook.BaseYear(
                ErrorPropagation.ofSum(
                        List.of(
                                new ErrorPropagation.Term(
                                        base.scope1Tonnes(), spreads.scope1Inventory(), 0),
                                new ErrorPropagation.Term(
                                        base.scope2MarketTonnes(), spreads.scope2Inventory(), 0),
                                new ErrorPropagation.Term(
                                        base.scope3Tonnes(), spreads.scope3Inventory(), 0))),
                Math.sqrt(variance) / mean);
    }

    private List<TargetStanding> standings() {
        return question.projection().targets();
    }

    private List<Outlook.Year> years() {
        List<Bands> bands =
                IntStream.range(0, gross.length).parallel().mapToObj(this::bands).toList();
        List<Outlook.Year> years = new ArrayList<>();
        boolean[] wasOff = new boolean[count()];
        for (int i = 0; i < gross.length; i++) {
            ProjectionYear projected = question.projection().years().get(i);
            OptionalDouble off = OptionalDouble.empty();
            OptionalDouble first = OptionalDouble.empty();
            if (i > 0 && projected.targetTonnes().isPresent()) {
                int year = i;
                double path = projected.targetTonnes().getAsDouble() * (1 + TOLERANCE);
                off = OptionalDouble.of(shareOf(run -> gross[year][run] > path, count()));
                first =
                        OptionalDouble.of(
                                shareOf(run -> !wasOff[run] && gross[year][run] > path, count()));
                for (int run = 0; run < count(); run++) {
                    wasOff[run] |= gross[year][run] > path;
                }
            }
            years.add(
                    new Outlook.Year(
                            projected.year(),
                            projected.actual(),
                            bands.get(i).gross(),
                            bands.get(i).scope12(),
                            bands.get(i).scope3(),
                            bands.get(i).share(),
                            off,
                            first));
        }
        return years;
    }

    private record Bands(Quantiles gross, Quantiles scope12, Quantiles scope3, Quantiles share) {}

    private Bands bands(int year) {
        return new Bands(
                Quantiles.of(gross[year]),
                Quantiles.of(scope12[year]),
                Quantiles.of(scope3[year]),
                Quantiles.of(share[year]));
    }

    private double chance(TargetStanding standing) {
        int year = indexOf(standing.year());
        double most = standing.targetValue() * (1 + TOLERANCE);
        return switch (standing.metric()) {
            case GROSS_EMISSIONS -> shareOf(run -> gross[year][run] <= most, count());
            case SCOPE_1_2 -> shareOf(run -> scope12[year][run] <= most, count());
            case SCOPE_3 -> shareOf(run -> scope3[year][run] <= most, count());
            case RENEWABLE_SHARE ->
                    shareOf(
                            run -> share[year][run] >= standing.targetValue() * (1 - TOLERANCE),
                            count());
            case NET_EMISSIONS ->
                    shareOf(run -> gross[year][run] - creditsTonnes(year, run) <= most, count());
        };
    }

    /// Credits that the claim rule allows in a year, with what the years before it have retired.
    private double creditsTonnes(int year, int run) {
        return claims.creditsTonnes(y -> gross[y][run], y -> share[y][run])[year];
    }

    private double neededTonnes(TargetStanding net, int run) {
        return Math.max(0, gross[indexOf(net.year())][run] - net.targetValue());
    }

    private int indexOf(int year) {
        return year - question.scenario().baseYear();
    }

    private List<Sensitivity> sensitivities() {
        Ranks outcome = Ranks.of(gross[gross.length - 1]);
        List<Map.Entry<String, Double>> correlations =
                inputs.entrySet().parallelStream()
                        .map(input ->
                                Map.entry(
                                        input.getKey(),
                                        Ranks.of(input.getValue()).correlation(outcome)))
                        .toList();
        double squares = 0;
        for (Map.Entry<String, Double> correlation : correlations) {
            squares += correlation.getValue() * correlation.getValue();
        }
        double all = squares;
        return correlations.stream()
                .map(correlation ->
                        new Sensitivity(
                                correlation.getKey(),
                                correlation.getValue(),
                                all == 0
                                        ? 0
                                        : correlation.getValue() * correlation.getValue() / all))
                .sorted(
                        Comparator.comparingDouble(Sensitivity::share)
                                .reversed()
                                .thenComparing(Sensitivity::input))
                .toList();
    }

    private Quantiles quantiles(IntToDoubleFunction value) {
        return Quantiles.of(IntStream.range(0, count()).mapToDouble(value).toArray());
    }

    private static double shareOf(IntPredicate holds, int runs) {
        return (double) IntStream.range(0, runs).filter(holds).count() / runs;
    }
}

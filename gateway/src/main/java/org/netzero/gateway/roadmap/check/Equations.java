package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Published equations by name, for figures of one's own.
public enum Equations {
    ABSOLUTE_CONTRACTION_FLAT(
            "rate baseYear targetYear baseTonnes",
            "reduction = min(1, rate·(targetYear − baseYear)); target = base·(1 − reduction)"),
    ABSOLUTE_CONTRACTION_2026(
            "baseYear mostRecentYear targetYear baseTonnes mostRecentTonnes longTermReduction"
                    + " longTermYear floor",
            "rate = TA_long/(TY_long − MRY); TA_initial = rate·(TY − MRY); TE_initial = E_MRY·(1 −"
                    + " TA_initial); TA_converted = 1 − TE_initial/E_BY; R = max(floor,"
                    + " TA_converted/(TY − BY)); target = E_BY·(1 − R·(TY − BY))"),
    SECTORAL_DECARBONIZATION(
            "ci0 si0 si2050 siT ca0 caT sa0 saT",
            "d = CI0 − SI2050; p = (SIt − SI2050)/(SI0 − SI2050); m = (CA0/SA0)/(CAt/SAt), at most"
                    + " 1; CIt = d·p·m + SI2050; Et = CIt·CAt"),
    SECTORAL_DECARBONIZATION_2015(
            "ci0 si0 si2050 siT ca0 caT sa0 saT",
            "d = CI0 − SI2050; p = (SIt − SI2050)/(SI0 − SI2050); m = (CA0/SA0)/(CAt/SAt); CIt ="
                    + " d·p·m + SI2050; Et = CIt·CAt"),
    TEMPERATURE_SCORE(
            "ambition startYear endYear slope intercept",
            "score = slope·100·ambition/(endYear − startYear) + intercept; method of 2020, no"
                    + " floor"),
    TEMPERATURE_SCORE_OF_ALL_SCOPES(
            "scope12Score scope12Tonnes scope3Score scope3Tonnes",
            "scope 3 below 40 %: score of scope 1+2; else weighted by emissions"),
    LEARNING_CURVE(
            "cost learningRate cumulativeMultiple",
            "doublings = log2(cumulative multiple); cost then = cost·(1 − rate)^doublings (Wright,"
                    + " 1936)"),
    START_AT_LEAST_COST(
            "capital costDecline discountRate savingPerYear savingGrowth",
            "wait while the saving of a year is below what a year's delay saves of the capital: start ="
                    + " max(0, ln((r + λ)·c/b)/(g + λ)), where b·e^(g·start) = (r + λ)·c·e^(−λ·start); value ="
                    + " b·e^((g − r)·start)/(r − g) − c·e^(−(r + λ)·start), continuous in years, r above g,"
                    + " g + λ above 0"),
    BASE_YEAR_CHANGE(
            "originalTonnes restatedTonnes threshold",
            "change = restated/original − 1; recalculate where |change| > threshold");

    /// Far above any figure of a company.
    private static final double LARGEST = 1e12;

    /// Names with a space between them.
    private final String inputs;

    private final String equation;

    Equations(String inputs, String equation) {
        this.inputs = inputs;
        this.equation = equation;
    }

    public List<String> inputs() {
        return List.of(inputs.split(" ", -1));
    }

    public String equation() {
        return equation;
    }

    /// The steps and results by name, in the order of the equation.
    ///
    /// @throws IllegalArgumentException naming a missing, unknown or impossible input
    public SequencedMap<String, Double> evaluate(Map<String, Double> given) {
        check(given);
        Inputs in = new Inputs(given);
        SequencedMap<String, Double> out = new LinkedHashMap<>();
        switch (this) {
            case ABSOLUTE_CONTRACTION_FLAT -> flat(in, out);
            case ABSOLUTE_CONTRACTION_2026 -> of2026(in, out);
            case SECTORAL_DECARBONIZATION -> sectoral(in, true, out);
            case SECTORAL_DECARBONIZATION_2015 -> sectoral(in, false, out);
            case TEMPERATURE_SCORE -> {
                out.put(
                        "annualRate",
                        TemperatureScore.annualRate(
                                in.of("ambition"), in.year("startYear"), in.year("endYear")));
                out.put(
                        "score",
                        TemperatureScore.ofTarget(
                                in.of("ambition"),
                                in.year("startYear"),
                                in.year("endYear"),
                                in.of("slope"),
                                in.of("intercept")));
            }
            case TEMPERATURE_SCORE_OF_ALL_SCOPES ->
                    out.put(
                            "score",
                            TemperatureScore.ofAllScopes(
                                    in.of("scope12Score"),
                                    in.of("scope12Tonnes"),
                                    in.of("scope3Score"),
                                    in.of("scope3Tonnes")));
            case LEARNING_CURVE -> learning(in, out);
            case START_AT_LEAST_COST -> start(in, out);
            case BASE_YEAR_CHANGE -> {
                BaseYearChange change =
                        new BaseYearChange(
                                in.of("originalTonnes"),
                                in.of("restatedTonnes"),
                                in.of("threshold"));
                out.put("change", change.change());
                out.put("recalculate", change.isSignificant() ? 1.0 : 0.0);
            }
        }
        out.forEach(Equations::checkResult);
        return out;
    }

    /// Inputs in range may still be too far apart for a number.
    private static void checkResult(String name, Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s comes to %s: state inputs that are nearer to each other"
                            .formatted(name, value));
        }
    }

    private void check(Map<String, Double> given) {
        Set<String> unknown = new TreeSet<>(given.keySet());
        inputs().forEach(unknown::remove);
        List<String> missing = new ArrayList<>(inputs());
        missing.removeAll(given.keySet());
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s takes %s; missing: %s; unknown: %s"
                            .formatted(name(), inputs(), missing, unknown));
        }
    }

    private record Inputs(Map<String, Double> given) {

        double of(String name) {
            double value = given.getOrDefault(name, Double.NaN);
            if (!(Math.abs(value) <= LARGEST)) {
                throw new Positive.Refused(
                        name, "%s is %s: state a number from -1e12 to 1e12".formatted(name, value));
            }
            return value;
        }

        int year(String name) {
            double value = of(name);
            if (value != Math.rint(value) || value < 1900 || value > 2200) {
                throw new Positive.Refused(name, name + " is " + value + ": state a calendar year");
            }
            return (int) value;
        }
    }

    private static void flat(Inputs in, Map<String, Double> out) {
        AbsoluteContraction.Flat rule =
                new AbsoluteContraction.Flat(
                        in.of("rate"),
                        in.year("baseYear"),
                        in.year("targetYear"),
                        in.of("baseTonnes"));
        out.put("reduction", rule.reduction());
        out.put("target", rule.targetTonnes());
    }

    private static void of2026(Inputs in, Map<String, Double> out) {
        AbsoluteContraction.Of2026 rule =
                new AbsoluteContraction.Of2026(
                        in.year("baseYear"),
                        in.year("mostRecentYear"),
                        in.year("targetYear"),
                        in.of("baseTonnes"),
                        in.of("mostRecentTonnes"),
                        in.of("longTermReduction"),
                        in.year("longTermYear"),
                        in.of("floor"));
        out.put("rate", rule.rate());
        out.put("taInitial", rule.initialAmbition());
        out.put("teInitial", rule.initialTonnes());
        out.put("taConverted", rule.convertedAmbition());
        out.put("linearRate", rule.linearRate());
        out.put("reduction", rule.reduction());
        out.put("target", rule.targetTonnes());
    }

    private static void learning(Inputs in, Map<String, Double> out) {
        double cost = in.of("cost");
        double rate = in.of("learningRate");
        double multiple = in.of("cumulativeMultiple");
        Positive.orZero("cost", cost);
        Positive.require("cumulativeMultiple", multiple);
        if (!(rate >= 0 && rate < 1)) {
            throw new Positive.Refused(
                    "learningRate",
                    "learningRate is " + rate + ": has to be at least 0 and below 1");
        }
        double doublings = Math.log(multiple) / Math.log(2);
        out.put("doublings", doublings);
        out.put("cost", cost * Math.pow(1 - rate, doublings));
    }

    private static void start(Inputs in, Map<String, Double> out) {
        StartAtLeastCost rule =
                new StartAtLeastCost(
                        in.of("capital"),
                        in.of("costDecline"),
                        in.of("discountRate"),
                        in.of("savingPerYear"),
                        in.of("savingGrowth"));
        out.put("start", rule.start());
        out.put("capitalAtStart", rule.capitalAt(rule.start()));
        out.put("savingAtStart", rule.savingAt(rule.start()));
        out.put("valueAtStart", rule.valueAt(rule.start()));
        out.put("valueNow", rule.valueAt(0));
    }

    private static void sectoral(Inputs in, boolean capped, Map<String, Double> out) {
        SectoralDecarbonization rule =
                new SectoralDecarbonization(
                        in.of("ci0"),
                        in.of("si0"),
                        in.of("si2050"),
                        in.of("siT"),
                        in.of("ca0"),
                        in.of("caT"),
                        in.of("sa0"),
                        in.of("saT"),
                        capped);
        out.put("d", rule.initialPerformance());
        out.put("p", rule.decarbonizationIndex());
        out.put("m", rule.marketShare());
        out.put("ciT", rule.intensityAtTarget());
        out.put("emissionsT", rule.emissionsAtTarget());
    }
}

package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Simulation of a sum, the second approach of the IPCC 2006 Guidelines (volume 1, chapter 3,
/// section 3.2.3.2): activity data and factors are drawn many times, each factor once in a run for
/// all results that share it, and the percentiles of the drawn sums are its bounds. Draws `Σ_factor
/// f × Σ activity`, f with mean 1.
///
/// - A width of at most 30 % is drawn from a normal distribution, a larger one from a lognormal,
///   which has no negative values. Both have the stated value as their mean, and the half-width is
///   1.96 of their standard deviations.
/// - What is not covered, see [Uncertainty], is not drawn.
///
/// Random numbers live in `double`; amounts enter by [Part#of] and leave by [#grams].
///
/// @param seed of the random numbers
/// @param runs from [#FEWEST_RUNS] to [#MOST_RUNS]
public record MonteCarlo(long seed, int runs) {

    public static final int DEFAULT_RUNS = 10_000;
    public static final int FEWEST_RUNS = 1_000;
    public static final int MOST_RUNS = 100_000;

    /// Beyond this half-width a distribution is lognormal.
    static final double LARGE = 0.3;

    /// Standard deviations in the half-width of 95 % of a normal distribution.
    static final double DEVIATIONS = 1.959963984540054;

    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;
    private static final String ALGORITHM = "L64X128MixRandom";

    public MonteCarlo {
        if (runs < FEWEST_RUNS || runs > MOST_RUNS) {
            throw new IllegalArgumentException(
                    "%d runs; between %d and %d are drawn".formatted(runs, FEWEST_RUNS, MOST_RUNS));
        }
    }

    /// Draws the covered part of the sum; empty while nothing is covered. The order of the terms
    /// makes no difference.
    ///
    /// @throws IllegalArgumentException if one factor comes with two widths
    public Optional<Simulated> of(Collection<Term> terms) {
        List<Part> parts = parts(terms);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal covered =
                terms.stream().map(Term::coveredKilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        double[] sums = new double[runs];
        double[] drawn = new double[runs];
        RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
        for (Part part : parts) {
            part.draw(random, drawn);
            for (int run = 0; run < runs; run++) {
                sums[run] += drawn[run];
            }
        }
        return Optional.of(summary(sums, covered));
    }

    private Simulated summary(double[] sums, BigDecimal covered) {
        double mean = Arrays.stream(sums).sum() / runs;
        Arrays.sort(sums);
        return new Simulated(
                runs,
                seed,
                covered,
                grams(mean),
                grams(sums[rank(LOWER)]),
                grams(sums[rank(0.5)]),
                grams(sums[rank(UPPER)]),
                grams(standardError(sums, LOWER)),
                grams(standardError(sums, UPPER)));
    }

    /// Where a percentile stands in the sorted draws.
    private int rank(double share) {
        return (int) Math.ceil(runs * share) - 1;
    }

    /// The rank of a percentile is binomial, with deviation `√(n p (1 − p))`; half the distance of
    /// the draws that far before and behind it is the percentile's standard error, whatever the
    /// distribution.
    private double standardError(double[] sorted, double share) {
        int deviation = (int) Math.ceil(Math.sqrt(runs * share * (1 - share)));
        int before = Math.max(0, rank(share) - deviation);
        int behind = Math.min(runs - 1, rank(share) + deviation);
        return (sorted[behind] - sorted[before]) / 2;
    }

    /// Kilograms of a draw, to the gram.
    private static BigDecimal grams(double kilograms) {
        return BigDecimal.valueOf(kilograms).setScale(3, RoundingMode.HALF_EVEN);
    }

    /// Terms with one factor are one part, terms whose factor adds no error another. Sums of
    /// independent normal errors are drawn as one.
    private static List<Part> parts(Collection<Term> terms) {
        var ofKey = new TreeMap<String, Term.Factor>();
        var byFactor = new TreeMap<String, List<Term>>();
        for (Term term : terms) {
            term.factor().ifPresent(factor -> Propagation.checkSame(ofKey, factor));
            if (term.isCovered()) {
                String key = isExact(term) ? "" : "=" + term.factor().orElseThrow().key();
                byFactor.computeIfAbsent(key, created -> new ArrayList<>()).add(term);
            }
        }
        var parts = new ArrayList<Part>();
        for (Map.Entry<String, List<Term>> group : byFactor.entrySet()) {
            parts.add(Part.of(group.getValue()));
        }
        return parts;
    }

    private static boolean isExact(Term term) {
        return width(term) == 0;
    }

    private static double width(Term term) {
        return term.factor()
                .flatMap(Term.Factor::halfWidth)
                .map(width -> width.share().doubleValue())
                .orElse(0.0);
    }

    /// A number with a mean and an error.
    ///
    /// @param deviation its standard deviation; of a lognormal one that of its logarithm
    private record Variate(double mean, double deviation, boolean lognormal) {

        static Variate of(double mean, double halfWidth) {
            double deviation = halfWidth / DEVIATIONS;
            if (mean == 0 || halfWidth <= LARGE * Math.abs(mean)) {
                return new Variate(mean, deviation, false);
            }
            double relative = deviation / mean;
            return new Variate(mean, Math.sqrt(Math.log1p(relative * relative)), true);
        }

        void addTo(double[] drawn, RandomGenerator random) {
            if (lognormal) {
                double shift = -deviation * deviation / 2;
                for (int run = 0; run < drawn.length; run++) {
                    drawn[run] += mean * StrictMath.exp(shift + deviation * random.nextGaussian());
                }
            } else if (deviation == 0) {
                for (int run = 0; run < drawn.length; run++) {
                    drawn[run] += mean;
                }
            } else {
                for (int run = 0; run < drawn.length; run++) {
                    drawn[run] += mean + deviation * random.nextGaussian();
                }
            }
        }

        void multiply(double[] drawn, RandomGenerator random) {
            if (lognormal) {
                double shift = -deviation * deviation / 2;
                for (int run = 0; run < drawn.length; run++) {
                    drawn[run] *= mean * StrictMath.exp(shift + deviation * random.nextGaussian());
                }
            } else if (deviation != 0) {
                for (int run = 0; run < drawn.length; run++) {
                    drawn[run] *= mean + deviation * random.nextGaussian();
                }
            }
        }
    }

    /// Amounts that one draw of a factor multiplies.
    private record Part(List<Variate> amounts, Variate factor) {

        static Part of(List<Term> terms) {
            var amounts = new ArrayList<Variate>();
            BigDecimal normal = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (Term term : terms) {
                Variate amount =
                        Variate.of(
                                term.coveredKilograms().doubleValue(),
                                Math.sqrt(term.squares().doubleValue()));
                if (amount.lognormal()) {
                    amounts.add(amount);
                } else {
                    normal = normal.add(term.coveredKilograms());
                    squares = squares.add(term.squares());
                }
            }
            amounts.sort(
                    Comparator.comparingDouble(Variate::mean)
                            .thenComparingDouble(Variate::deviation));
            amounts.add(
                    new Variate(
                            normal.doubleValue(),
                            Math.sqrt(squares.doubleValue()) / DEVIATIONS,
                            false));
            return new Part(List.copyOf(amounts), Variate.of(1, width(terms.getFirst())));
        }

        void draw(RandomGenerator random, double[] drawn) {
            Arrays.fill(drawn, 0);
            for (Variate amount : amounts) {
                amount.addTo(drawn, random);
            }
            factor.multiply(drawn, random);
        }
    }
}

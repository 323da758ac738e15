package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Propagation of errors, the first approach of the IPCC 2006 Guidelines (volume 1, chapter 3,
/// section 3.2.3.1): relative widths of a product and absolute widths of a sum add as roots of
/// squares (equations 3.1 and 3.2), with a factor that several results share treated as one source
/// of error:
///
/// `U² = Σ (kg × u_activity)² + Σ_factor (u_factor × Σ kg)²`
///
/// Holds for small widths; for large ones see [MonteCarlo].
public final class Propagation {

    private static final int DECIMALS = 12;
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Propagation() {}

    /// @throws IllegalArgumentException if one factor comes with two widths
    public static Uncertainty of(Collection<Term> terms) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal sizeOfAll = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal sizeOfCovered = BigDecimal.ZERO;
        BigDecimal variance = BigDecimal.ZERO;
        for (Term term : terms) {
            all = all.add(term.kilograms());
            sizeOfAll = sizeOfAll.add(term.kilograms().abs());
            if (term.isCovered()) {
                covered = covered.add(term.coveredKilograms());
                sizeOfCovered = sizeOfCovered.add(term.coveredKilograms().abs());
                variance = variance.add(term.squares());
            }
        }
        for (Map.Entry<Term.Factor, BigDecimal> shared : byFactor(terms).entrySet()) {
            BigDecimal width = shared.getKey().halfWidth().orElseThrow().share();
            variance = variance.add(width.multiply(shared.getValue()).pow(2));
        }
        Optional<BigDecimal> root =
                sizeOfCovered.signum() == 0 ? Optional.empty() : Optional.of(variance.sqrt(DIGITS));
        return new Uncertainty(
                all,
                covered,
                ratio(sizeOfCovered, sizeOfAll, RoundingMode.DOWN),
                root.map(width -> width.setScale(DECIMALS, RoundingMode.HALF_EVEN)),
                ratio(root, covered.abs()));
    }

    /// What is covered of each factor, by the factors' keys.
    private static Map<Term.Factor, BigDecimal> byFactor(Collection<Term> terms) {
        var ofKey = new TreeMap<String, Term.Factor>();
        var sums = new LinkedHashMap<Term.Factor, BigDecimal>();
        for (Term term : terms) {
            term.factor().ifPresent(factor -> checkSame(ofKey, factor));
            if (term.isCovered()) {
                term.factor()
                        .ifPresent(factor ->
                                sums.merge(factor, term.coveredKilograms(), BigDecimal::add));
            }
        }
        return sums;
    }

    static void checkSame(Map<String, Term.Factor> ofKey, Term.Factor factor) {
        Term.Factor known = ofKey.computeIfAbsent(factor.key(), key -> factor);
        if (!known.equals(factor)) {
            throw new IllegalArgumentException(
                    "Factor '%s' has one half-width, not both %s and %s"
                            .formatted(factor.key(), text(known), text(factor)));
        }
    }

    private static String text(Term.Factor factor) {
        return factor.halfWidth().map(HalfWidth::toString).orElse("an unknown one");
    }

    private static Optional<BigDecimal> ratio(
            BigDecimal part, BigDecimal whole, RoundingMode rounding) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, DECIMALS, rounding));
    }

    private static Optional<BigDecimal> ratio(Optional<BigDecimal> part, BigDecimal whole) {
        return part.flatMap(width -> ratio(width, whole, RoundingMode.HALF_EVEN));
    }
}

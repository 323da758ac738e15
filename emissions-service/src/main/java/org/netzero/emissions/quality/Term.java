package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.Optional;

/// Results that were computed with one version of one factor, summed: what the width of a total is
/// computed from. Errors of their activity data are independent of each other; the error of the
/// factor is the same in all of them, and in every other term with the same factor.
///
/// Terms add, so they can be summed wherever results are, one by one or in a database.
///
/// @param kilograms sum of the results in kg CO2e; results below 0 are a term of their own
/// @param knownKilograms those of it whose activity data has a half-width
/// @param squares Σ (kg × half-width of the activity data)² over those, in kg²
/// @param factor empty where no factor of the library was used: all that is uncertain is then in
///   the activity data
public record Term(
        BigDecimal kilograms,
        BigDecimal knownKilograms,
        BigDecimal squares,
        Optional<Factor> factor) {

    /// @param key of the factor's version: terms with the same key are fully correlated
    /// @param halfWidth empty: not known
    public record Factor(String key, Optional<HalfWidth> halfWidth) {}

    /// @throws IllegalArgumentException if more is known than there is, or squares come from
    ///   nowhere
    public Term {
        boolean opposed = knownKilograms.signum() * kilograms.signum() < 0;
        if (opposed || knownKilograms.abs().compareTo(kilograms.abs()) > 0) {
            throw new IllegalArgumentException(
                    "Of %s kg not %s kg can have a known width"
                            .formatted(kilograms.toPlainString(), knownKilograms.toPlainString()));
        }
        if (squares.signum() < 0 || (squares.signum() > 0 && knownKilograms.signum() == 0)) {
            throw new IllegalArgumentException(
                    "The squares of %s kg with a known width are not %s"
                            .formatted(knownKilograms.toPlainString(), squares.toPlainString()));
        }
    }

    /// One result.
    public static Term of(BigDecimal kilograms, RecordQuality quality, Optional<Factor> factor) {
        return quality.halfWidth()
                .map(width ->
                        new Term(
                                kilograms,
                                kilograms,
                                kilograms.multiply(width.share()).pow(2),
                                factor))
                .orElseGet(() -> new Term(kilograms, BigDecimal.ZERO, BigDecimal.ZERO, factor));
    }

    /// More results with the same factor.
    ///
    /// @throws IllegalArgumentException if the factors differ
    public Term plus(Term other) {
        if (!factor.equals(other.factor)) {
            throw new IllegalArgumentException(
                    "Terms of different factors do not add: %s, %s"
                            .formatted(factor, other.factor));
        }
        return new Term(
                kilograms.add(other.kilograms),
                knownKilograms.add(other.knownKilograms),
                squares.add(other.squares),
                factor);
    }

    /// The part of which both widths are known; 0 where the factor's is not.
    BigDecimal coveredKilograms() {
        return isFactorKnown() ? knownKilograms : BigDecimal.ZERO;
    }

    boolean isCovered() {
        return coveredKilograms().signum() != 0;
    }

    private boolean isFactorKnown() {
        return factor.isEmpty() || factor.get().halfWidth().isPresent();
    }
}

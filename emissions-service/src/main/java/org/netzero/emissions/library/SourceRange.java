package org.netzero.emissions.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.emissions.quality.HalfWidth;

/// One gas of a factor with the range its source gives for it.
///
/// @param co2e what the gas adds to the factor's CO2e, by the default set of potentials; empty
///   where the gas has none
/// @param width the range's half-width as a share of the value; empty where the source gives no
///   range, or one that the value is not in
record SourceRange(Optional<BigDecimal> co2e, Optional<BigDecimal> width) {

    /// As the sources' notes have it: `95% CI 92800..100000`.
    private static final Pattern RANGE =
            Pattern.compile("^95% CI (\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)(?: .*)?$");

    private static final int DECIMALS = 6;
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    /// Where a range is not symmetric its larger side counts, as the IPCC 2006 Guidelines advise
    /// for the propagation of errors (volume 1, chapter 3, section 3.2.3.1).
    static SourceRange of(String value, Optional<BigDecimal> potential, String notes) {
        BigDecimal stated = new BigDecimal(value);
        Matcher range = RANGE.matcher(notes);
        Optional<BigDecimal> width = Optional.empty();
        if (stated.signum() > 0 && range.matches()) {
            BigDecimal below = stated.subtract(new BigDecimal(range.group(1)));
            BigDecimal above = new BigDecimal(range.group(2)).subtract(stated);
            if (below.signum() >= 0 && above.signum() >= 0) {
                width = Optional.of(below.max(above).divide(stated, DIGITS));
            }
        }
        return new SourceRange(potential.map(stated::multiply), width);
    }

    /// The half-width of the sum of the gases, whose errors are independent: the root of the sum of
    /// the squared absolute widths, to 6 decimals. Empty where the range of one gas is not known.
    static Optional<HalfWidth> ofSum(List<SourceRange> gases) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (SourceRange gas : gases) {
            if (gas.co2e.isEmpty() || gas.width.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal co2e = gas.co2e.get();
            sum = sum.add(co2e);
            squares = squares.add(co2e.multiply(gas.width.get()).pow(2));
        }
        return sum.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new HalfWidth(
                                squares.sqrt(DIGITS)
                                        .divide(sum, DIGITS)
                                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)));
    }
}

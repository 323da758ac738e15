package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Half of the interval that holds a value with 95 % confidence, as a share of the value: 0.05 is ±
/// 5 %. Exact, from 0 to [#MOST].
///
/// @param share without zeros at its end, so that `5 %` and `5.0 %` are the same width
public record HalfWidth(BigDecimal share) {

    /// 2,000 %. The widest range of a shipped factor is about 1,300 %; what is wider is a slip.
    public static final BigDecimal MOST = BigDecimal.valueOf(20);

    private static final int MOST_DECIMALS = 12;
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,15})?) *(%?)");

    /// @throws QualityRefused if it is negative, beyond [#MOST], or has more than 12 decimals
    public HalfWidth {
        share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
        if (share.signum() < 0) {
            throw new QualityRefused(
                    "NEGATIVE_WIDTH",
                    "%s is below 0; a half-width is how far the value may be off, up or down"
                            .formatted(percent(share)));
        }
        if (share.compareTo(MOST) > 0) {
            throw new QualityRefused(
                    "WIDTH_TOO_LARGE",
                    "%s is more than %s; an amount as uncertain as that is not known"
                            .formatted(percent(share), percent(MOST)));
        }
        if (share.scale() > MOST_DECIMALS) {
            throw new QualityRefused(
                    "TOO_MANY_DIGITS",
                    "%s has more than %d decimals".formatted(share.toPlainString(), MOST_DECIMALS));
        }
    }

    /// Reads `5 %`, or `0.05`, which is what a spreadsheet hands over for a cell formatted as
    /// percent. A number without its sign is a share and below 1: `5` is refused, for it could be
    /// either.
    ///
    /// @throws QualityRefused naming the text and the remedy
    public static HalfWidth parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new QualityRefused(
                    "NOT_A_WIDTH",
                    "'%s' is no half-width; write percent such as '5 %%', or a share such as 0.05"
                            .formatted(text));
        }
        BigDecimal number = new BigDecimal(form.group(1));
        if (!form.group(2).isEmpty()) {
            return new HalfWidth(number.movePointLeft(2));
        }
        if (number.compareTo(BigDecimal.ONE) >= 0) {
            throw new QualityRefused(
                    "PERCENT_SIGN_MISSING",
                    "'%s' without a sign would be %s; write '%s %%', or a share below 1"
                            .formatted(text, percent(number), form.group(1)));
        }
        return new HalfWidth(number);
    }

    /// `5 %`, as [#parse] reads it.
    @Override
    public String toString() {
        return percent(share);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).toPlainString() + " %";
    }
}

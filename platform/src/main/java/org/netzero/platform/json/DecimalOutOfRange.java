package org.netzero.platform.json;

/// A decimal has more digits than any account needs: `1e400`, or a fraction of forty digits.
public final class DecimalOutOfRange extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    DecimalOutOfRange(String text, int integerDigits, int fractionDigits) {
        super(
                "'%s' has more than %d digits before or %d after the point; check the number, or state it in another unit"
                        .formatted(text, integerDigits, fractionDigits));
    }
}

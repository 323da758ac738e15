package org.netzero.emissions.quality;

/// A text that is no width or no scores.
public final class QualityRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    QualityRefused(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

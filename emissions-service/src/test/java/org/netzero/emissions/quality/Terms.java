package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.Optional;

/// States terms for tests.
final class Terms {

    private Terms() {}

    /// @param activity `2 %`, or `?` where the width is not known
    /// @param factor `7 %`, or `?`
    static Term computed(String kilograms, String activity, String key, String factor) {
        return Term.of(
                new BigDecimal(kilograms),
                quality(activity),
                Optional.of(new Term.Factor(key, width(factor))));
    }

    static Term stated(String kilograms, String activity) {
        return Term.of(new BigDecimal(kilograms), quality(activity), Optional.empty());
    }

    static RecordQuality quality(String activity) {
        return new RecordQuality(width(activity), Optional.empty());
    }

    private static Optional<HalfWidth> width(String text) {
        return text.equals("?") ? Optional.empty() : Optional.of(HalfWidth.parse(text));
    }
}

package org.netzero.gateway.roadmap.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How figures of a roadmap are shown: the one place where they are rounded.
public final class Rounded {

    /// A kilogram and a kilowatt-hour: amounts are shown in tonnes, MWh and hours.
    private static final int AMOUNT_PLACES = 3;

    /// Shares, ratios, PUE and tonnes per MWh.
    private static final int RATIO_PLACES = 6;

    private Rounded() {}

    public static double amount(double value) {
        return round(value, AMOUNT_PLACES);
    }

    public static double ratio(double value) {
        return round(value, RATIO_PLACES);
    }

    public static @Nullable Double amount(OptionalDouble value) {
        return value.isPresent() ? amount(value.getAsDouble()) : null;
    }

    public static @Nullable Double ratio(OptionalDouble value) {
        return value.isPresent() ? ratio(value.getAsDouble()) : null;
    }

    /// Never -0.0.
    private static double round(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }
}

package org.netzero.load.synthetic;

import java.math.BigDecimal;

/// A reading as it is written, right or wrong.
///
/// @param meter whose it is
/// @param time nanoseconds since 1970; empty or anything else where something is wrong with it
/// @param value kWh; anything else where something is wrong with it
public record SyntheticReading(SyntheticMeter meter, String time, String value) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int DECIMALS = 3;

    static SyntheticReading of(SyntheticMeter meter, long epochSecond, long wattHours) {
        return new SyntheticReading(
                meter,
                String.valueOf(epochSecond * NANOS_PER_SECOND),
                BigDecimal.valueOf(wattHours, DECIMALS).toPlainString());
    }

    SyntheticReading at(String otherTime) {
        return new SyntheticReading(meter, otherTime, value);
    }

    SyntheticReading shows(String otherValue) {
        return new SyntheticReading(meter, time, otherValue);
    }

    SyntheticReading times(String factor) {
        return shows(new BigDecimal(value).multiply(new BigDecimal(factor)).toPlainString());
    }

    SyntheticReading of(SyntheticMeter other) {
        return new SyntheticReading(other, time, value);
    }

    boolean hasTime() {
        return time.matches("\\d{1,19}");
    }

    boolean hasValue() {
        return value.matches("\\d+(\\.\\d+)?");
    }

    long epochNanos() {
        return Long.parseLong(time);
    }
}

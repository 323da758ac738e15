package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.datacenter.metering.Meter;

/// A measuring point with the number that stands for it in packed records.
///
/// @param number positive, given once, never again
/// @param meter how its readings become amounts; empty where they do not
/// @param countsUp whether its values are never below 0 and fall only where it starts anew
/// @param highest the largest value it can show, in its own unit; infinite where none is declared
public record NumberedPoint(
        int number, MeasuringPoint point, Optional<Meter> meter, boolean countsUp, double highest) {

    public NumberedPoint(int number, MeasuringPoint point) {
        this(
                number,
                point,
                point.meter(),
                point.quantity().isCounter() && !point.bidirectional(),
                point.maximum().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
    }
}

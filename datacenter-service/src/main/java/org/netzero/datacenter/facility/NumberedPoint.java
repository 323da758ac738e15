package org.netzero.datacenter.facility;

import java.util.Optional;
import org.netzero.datacenter.metering.Meter;

/// A measuring point with the number that stands for it in packed records.
///
/// @param number positive, given once, never again
/// @param meter how its readings become amounts; empty where they do not
public record NumberedPoint(int number, MeasuringPoint point, Optional<Meter> meter) {

    NumberedPoint(int number, MeasuringPoint point) {
        this(number, point, point.meter());
    }
}

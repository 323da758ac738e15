package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.metering.Meter;

/// A measuring point with the number that stands for it in packed records.
///
/// @param number positive, given once, never again
/// @param meter how its readings become amounts
/// @param countsUp whether its values are never below 0 and fall only where it starts anew
/// @param highest the largest value it can show, in its own unit; infinite where none is declared
/// @param telling how its readings are told
public record NumberedPoint(
        int number,
        MeasuringPoint point,
        Optional<Meter> meter,
        boolean countsUp,
        double highest,
        Telling telling) {

    public NumberedPoint(int number, MeasuringPoint point) {
        this(number, point, List.of());
    }

    /// @param exchanges of its counter, in the order of their time
    public NumberedPoint(int number, MeasuringPoint point, List<Meter.Exchange> exchanges) {
        this(number, point, Optional.of(point.meter(exchanges)), Telling.PLAIN);
    }

    NumberedPoint(int number, MeasuringPoint point, Optional<Meter> meter, Telling telling) {
        this(
                number,
                point,
                meter,
                point.quantity().isCounter() && !point.bidirectional(),
                highest(point, meter),
                telling);
    }

    /// How a sender tells the readings of a point.
    ///
    /// @param live whether a reading without a time is of the moment at which it arrives
    /// @param unit the unit it states; empty where it states none
    /// @param times how many of the point's unit are `by` of the sender's; 0 where the sender's
    ///   unit is of another quantity
    public record Telling(boolean live, Optional<String> unit, double times, double by) {

        /// In the point's own unit, with its time.
        public static final Telling PLAIN = new Telling(false, Optional.empty(), 1, 1);
    }

    private static double highest(MeasuringPoint point, Optional<Meter> meter) {
        double declared =
                point.maximum().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
        return meter.stream()
                .flatMap(known -> known.exchanges().stream())
                .flatMapToDouble(exchange -> exchange.newMaximum().stream())
                .reduce(declared, Math::max);
    }

    /// The same point, as somebody tells it who states this unit.
    public NumberedPoint toldIn(String unit) {
        if (unit.equals(point.unit())) {
            return this;
        }
        return point.quantity()
                .factor(unit, point.unit())
                .map(factor ->
                        told(
                                new Telling(
                                        telling.live(),
                                        Optional.of(unit),
                                        factor.numerator().doubleValue(),
                                        factor.denominator().doubleValue())))
                .orElseGet(() -> told(new Telling(telling.live(), Optional.of(unit), 0, 1)));
    }

    /// The same point, as somebody tells it whose readings without a time are of the moment.
    public NumberedPoint toldLive() {
        return telling.live()
                ? this
                : told(new Telling(true, telling.unit(), telling.times(), telling.by()));
    }

    private NumberedPoint told(Telling told) {
        return new NumberedPoint(number, point, meter, countsUp, highest, told);
    }

    /// A value as it was told, in the point's own unit.
    public double inOwnUnit(double value) {
        return value * telling.times() / telling.by();
    }

    /// Whether it is told in a unit that is none of its quantity's.
    public boolean isToldInAnotherQuantity() {
        return telling.times() == 0;
    }
}

package org.netzero.datacenter.metering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The counters that were, one after the other, at one point.
final class ExchangedMeters {

    private ExchangedMeters() {}

    /// The readings of a point counter by counter. An exchange adds what was read off both counters
    /// when it happened, as far as there are readings on either side: before the first and after
    /// the last one nothing is known of what lies between.
    ///
    /// A reading of the very moment may be of either counter and is left out: the exchange says
    /// what both of them showed.
    static List<Readings> apart(List<Meter.Exchange> exchanges, Readings readings) {
        if (exchanges.isEmpty() || readings.count() < 2) {
            return List.of(readings);
        }
        long first = readings.epochNanos()[0];
        long last = readings.epochNanos()[readings.count() - 1];
        var counters = new ArrayList<Readings>();
        var counter = new Counter(readings.count() + 2);
        int next = 0;
        for (Meter.Exchange exchange : exchanges) {
            if (exchange.epochNanos() < first || exchange.epochNanos() > last) {
                continue;
            }
            while (next < readings.count() && readings.epochNanos()[next] < exchange.epochNanos()) {
                counter.add(readings.epochNanos()[next], readings.values()[next]);
                next++;
            }
            counter.add(exchange.epochNanos(), exchange.lastReading());
            counters.add(counter.readings());
            counter = new Counter(readings.count() - next + 2);
            counter.add(exchange.epochNanos(), exchange.firstReading());
            if (next < readings.count() && readings.epochNanos()[next] == exchange.epochNanos()) {
                next++;
            }
        }
        for (; next < readings.count(); next++) {
            counter.add(readings.epochNanos()[next], readings.values()[next]);
        }
        counters.add(counter.readings());
        return counters;
    }

    /// The value at which the counter of a time starts again from 0.
    static OptionalDouble maximumAt(Meter meter, long epochNanos) {
        OptionalDouble maximum = meter.maximum();
        for (Meter.Exchange exchange : meter.exchanges()) {
            if (exchange.epochNanos() <= epochNanos && exchange.newMaximum().isPresent()) {
                maximum = exchange.newMaximum();
            }
        }
        return maximum;
    }

    /// Gathers the readings of a counter.
    private static final class Counter {
        private final long[] epochNanos;
        private final double[] values;
        private int count;

        Counter(int most) {
            epochNanos = new long[most];
            values = new double[most];
        }

        void add(long epochNano, double value) {
            epochNanos[count] = epochNano;
            values[count] = value;
            count++;
        }

        Readings readings() {
            return new Readings(Arrays.copyOf(epochNanos, count), Arrays.copyOf(values, count));
        }
    }
}

package org.netzero.datacenter.facility;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Values that many points have in common, each held once: of a million points most belong to one
/// of a hundred facilities and are metered like thousands of others.
final class SharedValues {

    /// Beyond, values are not so common after all.
    private static final int MOST_VALUES = 100_000;

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /// A value equal to this one, the same one each time.
    @SuppressWarnings("unchecked") // equal values are of one type
    <T> T of(T value) {
        if (values.size() > MOST_VALUES) {
            values.clear();
        }
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    /// The same point, with what it has in common with others.
    NumberedPoint of(NumberedPoint numbered) {
        MeasuringPoint point = numbered.point();
        return new NumberedPoint(
                numbered.number(),
                new MeasuringPoint(
                        point.pointId(),
                        of(point.datacenterId()),
                        point.role(),
                        point.quantity(),
                        of(point.unit()),
                        shared(point.maximum()),
                        shared(point.ratedPowerKw()),
                        point.bidirectional(),
                        point.revisions(),
                        shared(point.parent()),
                        shared(point.room())),
                of(numbered.meter()),
                numbered.telling());
    }

    private <T> Optional<T> shared(Optional<T> value) {
        return value.isEmpty() ? value : of(value);
    }
}

package org.netzero.datacenter.facility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Points by their numbers. These are given one after the other, so they are places in a list: a
/// tenth of what a map of a million takes.
///
/// Safe for several threads; what is put in while all is let go of may be let go of as well.
final class PointsByNumber {

    private static final int PAGE = 4_096;

    private final Map<Integer, AtomicReferenceArray<@Nullable NumberedPoint>> pages =
            new ConcurrentHashMap<>();

    @Nullable NumberedPoint get(int number) {
        AtomicReferenceArray<@Nullable NumberedPoint> page = pages.get(number / PAGE);
        return page == null ? null : page.get(number % PAGE);
    }

    void put(NumberedPoint point) {
        pages.computeIfAbsent(point.number() / PAGE, page -> new AtomicReferenceArray<>(PAGE))
                .set(point.number() % PAGE, point);
    }

    void clear() {
        pages.clear();
    }
}

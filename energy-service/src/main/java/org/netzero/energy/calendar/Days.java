package org.netzero.energy.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.netzero.energy.balance.Span;

/// Sets of local days.
final class Days {

    private Days() {}

    /// The days of a span that are in none of the others.
    static List<Span> missing(Span span, Collection<Span> others) {
        List<Span> inOrder =
                others.stream()
                        .filter(span::overlaps)
                        .sorted(Comparator.comparing(Span::start))
                        .toList();
        var missing = new ArrayList<Span>();
        LocalDate reached = span.start();
        for (Span other : inOrder) {
            if (other.start().isAfter(reached)) {
                missing.add(new Span(reached, other.start()));
            }
            reached = other.end().isAfter(reached) ? other.end() : reached;
        }
        if (reached.isBefore(span.end())) {
            missing.add(new Span(reached, span.end()));
        }
        return missing;
    }

    static boolean cover(Collection<Span> days, Span span) {
        return missing(span, days).isEmpty();
    }

    static long count(Span span) {
        return ChronoUnit.DAYS.between(span.start(), span.end());
    }
}

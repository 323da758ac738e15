package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change from one year to a later one that no trend may be drawn through: the boundary changed,
/// or the value did by a factor of more than `exp(0.7)`, about 2, a year.
///
/// @param year the first one after the break
public record StructuralBreak(int year, String reason) {

    /// Greatest |Δ ln E| of a year that still is growth.
    public static final double GREATEST_CHANGE = 0.7;

    /// One value of a series.
    ///
    /// @param boundary what the value covers, in words that stay the same while it does
    public record Point(int year, double value, String boundary) {

        public Point {
            Require.calendarYear("year", year);
            Require.amount("value", value);
            Require.text("boundary", boundary, 200);
        }
    }

    /// The break between two values, the later one second, if there is any.
    static Optional<StructuralBreak> between(Point earlier, Point later) {
        if (!earlier.boundary().equals(later.boundary())) {
            return Optional.of(
                    new StructuralBreak(
                            later.year(),
                            "the boundary changed from %s to %s"
                                    .formatted(earlier.boundary(), later.boundary())));
        }
        if (earlier.value() == 0 || later.value() == 0) {
            return earlier.value() == later.value()
                    ? Optional.empty()
                    : Optional.of(
                            new StructuralBreak(
                                    later.year(),
                                    "it went from %s to %s"
                                            .formatted(
                                                    Text.rounded(earlier.value()),
                                                    Text.rounded(later.value()))));
        }
        double change = Math.log(later.value() / earlier.value()) / (later.year() - earlier.year());
        return Math.abs(change) <= GREATEST_CHANGE
                ? Optional.empty()
                : Optional.of(
                        new StructuralBreak(
                                later.year(),
                                "ln(%s / %s) / %d = %s a year is beyond ±%s"
                                        .formatted(
                                                Text.rounded(later.value()),
                                                Text.rounded(earlier.value()),
                                                later.year() - earlier.year(),
                                                Text.factor(change),
                                                Text.number(GREATEST_CHANGE))));
    }

    /// Of a series in the order of its years.
    static List<StructuralBreak> in(List<Point> series) {
        List<StructuralBreak> breaks = new ArrayList<>();
        for (int i = 1; i < series.size(); i++) {
            between(series.get(i - 1), series.get(i)).ifPresent(breaks::add);
        }
        return breaks;
    }
}

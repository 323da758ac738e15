package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a series of yearly values says about its growth since its last [StructuralBreak].
public sealed interface Trend {

    /// One pair of years is never a trend.
    int FEWEST_POINTS = 3;

    List<StructuralBreak> breaks();

    /// @param growthPerYear logarithmic mean rate from the first to the last year since the last
    ///   break
    /// @param evidence the same with its numbers
    record Of(
            double growthPerYear,
            int fromYear,
            int toYear,
            List<StructuralBreak> breaks,
            Evidence evidence)
            implements Trend {

        /// A driver that starts at this rate.
        public Driver driver(double longTermGrowthPerYear, double damping) {
            return new Driver(growthPerYear, longTermGrowthPerYear, damping, evidence);
        }
    }

    /// Fewer values since the last break than a trend takes.
    record Unknown(String reason, List<StructuralBreak> breaks) implements Trend {}

    /// @param series in any order, each year once
    /// @throws DuplicateEntry where a year has two values
    static Trend of(List<StructuralBreak.Point> series) {
        List<StructuralBreak.Point> sorted =
                series.stream()
                        .sorted(Comparator.comparingInt(StructuralBreak.Point::year))
                        .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).year() == sorted.get(i - 1).year()) {
                throw new DuplicateEntry("series", Integer.toString(sorted.get(i).year()));
            }
        }
        List<StructuralBreak> breaks = StructuralBreak.in(sorted);
        List<StructuralBreak.Point> since = new ArrayList<>(sorted);
        if (!breaks.isEmpty()) {
            since.removeIf(point -> point.year() < breaks.getLast().year());
        }
        if (since.size() < FEWEST_POINTS) {
            return new Unknown(
                    "%d of %d values lie after the last break; a trend takes %d"
                            .formatted(since.size(), sorted.size(), FEWEST_POINTS),
                    breaks);
        }
        StructuralBreak.Point first = since.getFirst();
        StructuralBreak.Point last = since.getLast();
        if (first.value() == 0) {
            return new Unknown("it is 0 in " + first.year(), breaks);
        }
        double rate = Math.log(last.value() / first.value()) / (last.year() - first.year());
        return new Of(
                rate,
                first.year(),
                last.year(),
                breaks,
                Evidence.estimated(
                        "Logarithmic mean growth %d to %d: ln(%s / %s) / %d = %s."
                                .formatted(
                                        first.year(),
                                        last.year(),
                                        Text.rounded(last.value()),
                                        Text.rounded(first.value()),
                                        last.year() - first.year(),
                                        Text.factor(rate))));
    }
}

package org.netzero.gateway.roadmap.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One metric of one company in all its vintages, oldest first.
record Series(String company, String metric, Kind kind, List<Vintage> vintages) {

    private record Key(String company, String metric, String yearBasis, String unit)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::company)
                        .thenComparing(Key::metric)
                        .thenComparing(Key::yearBasis)
                        .thenComparing(Key::unit);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// What was known at the end of the year after an origin, and how.
    ///
    /// @param asPublished whether a report of that time is at hand; otherwise a later one is cut
    ///   back to the origin
    record Known(Vintage vintage, SortedMap<Integer, Double> history, boolean asPublished) {}

    Series {
        vintages = List.copyOf(vintages);
    }

    /// The order of the figures changes nothing; of two for one year in one report the larger
    /// counts.
    static List<Series> of(Collection<Figure> figures) {
        SortedMap<Key, SortedMap<String, SortedMap<Integer, Double>>> grouped = new TreeMap<>();
        for (Figure figure : figures) {
            if (figure.isProjected()) {
                grouped.computeIfAbsent(
                                new Key(
                                        figure.company(),
                                        figure.metric(),
                                        figure.yearBasis(),
                                        figure.unit()),
                                _ -> new TreeMap<>())
                        .computeIfAbsent(Vintage.reportOf(figure.vintage()), _ -> new TreeMap<>())
                        .merge(figure.year(), figure.value(), Math::max);
            }
        }
        List<Series> series = new ArrayList<>();
        grouped.forEach((key, reports) -> {
            List<Vintage> vintages = new ArrayList<>();
            reports.forEach((report, values) -> vintages.add(Vintage.of(report, values)));
            vintages.sort(
                    Comparator.comparingInt(Vintage::publishedIn).thenComparing(Vintage::report));
            series.add(
                    new Series(
                            key.company(),
                            key.metric(),
                            Kind.of(key.metric()).orElseThrow(),
                            vintages));
        });
        return series;
    }

    /// Every year of which some report holds a figure.
    SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        vintages.forEach(vintage -> years.addAll(vintage.values().keySet()));
        return years;
    }

    /// The newest report out by the end of `origin + 1` that holds the origin, else the oldest
    /// later one cut back.
    Optional<Known> knownAsOf(int origin) {
        Optional<Vintage> published =
                vintages.reversed().stream()
                        .filter(vintage -> vintage.publishedIn() <= origin + 1)
                        .filter(vintage -> vintage.values().containsKey(origin))
                        .findFirst();
        return published
                .or(() -> firstWith(origin))
                .map(vintage -> new Known(vintage, vintage.upTo(origin), published.isPresent()));
    }

    /// What a year turned out to be: by the report the projection stood on where that holds it,
    /// else by the first one that does.
    Optional<Double> actual(int year, Vintage stoodOn) {
        Optional<Double> same = Optional.ofNullable(stoodOn.values().get(year));
        return same.or(
                () -> firstWith(year).map(vintage -> vintage.values().getOrDefault(year, 0.0)));
    }

    private Optional<Vintage> firstWith(int year) {
        return vintages.stream().filter(vintage -> vintage.values().containsKey(year)).findFirst();
    }
}

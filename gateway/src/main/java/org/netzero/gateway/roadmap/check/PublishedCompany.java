package org.netzero.gateway.roadmap.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.gateway.roadmap.backtest.Figure;

/// What a company published, newest or first vintage of each figure.
final class PublishedCompany {

    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");

    /// Newest last; a name without a year counts as the oldest.
    private static final Comparator<Figure> BY_VINTAGE =
            Comparator.comparingInt(PublishedCompany::yearOfVintage)
                    .thenComparing(Figure::vintage)
                    .thenComparingDouble(Figure::value);

    private final String name;
    private final List<Figure> figures;

    private PublishedCompany(String name, List<Figure> figures) {
        this.name = name;
        this.figures = figures;
    }

    /// @throws IllegalArgumentException naming the known companies where there is no such one
    static PublishedCompany of(String name, Collection<Figure> figures) {
        List<Figure> own =
                figures.stream()
                        .filter(figure -> figure.company().equals(name))
                        .sorted(BY_VINTAGE)
                        .toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' is not among the companies of the series: %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            figures.stream()
                                                    .map(Figure::company)
                                                    .distinct()
                                                    .sorted()
                                                    .toList())));
        }
        return new PublishedCompany(name, own);
    }

    String name() {
        return name;
    }

    /// The newest value of each year.
    SortedMap<Integer, Double> newest(String metric) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.metric().equals(metric))
                .forEach(figure -> values.put(figure.year(), figure.value()));
        return values;
    }

    OptionalDouble newest(String metric, int year) {
        return figures.reversed().stream()
                .filter(figure -> figure.metric().equals(metric) && figure.year() == year)
                .mapToDouble(Figure::value)
                .findFirst();
    }

    OptionalDouble first(String metric, int year) {
        return figures.stream()
                .filter(figure -> figure.metric().equals(metric) && figure.year() == year)
                .mapToDouble(Figure::value)
                .findFirst();
    }

    /// Whether more than one report states it.
    boolean isRestated(String metric, int year) {
        return figures.stream()
                        .filter(figure -> figure.metric().equals(metric) && figure.year() == year)
                        .map(Figure::vintage)
                        .distinct()
                        .count()
                > 1;
    }

    private static int yearOfVintage(Figure figure) {
        Matcher year = YEAR.matcher(figure.vintage());
        return year.find() ? Integer.parseInt(year.group()) : 0;
    }
}

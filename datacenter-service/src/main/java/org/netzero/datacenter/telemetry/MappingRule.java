package org.netzero.datacenter.telemetry;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says what the point of certain series is called. What is empty does not matter; texts match as
/// they are, or by their beginning where they end in `*`.
///
/// @param ruleId the id it is known by
/// @param order rules are asked in rising order, those of the same in the order of their ids
/// @param client the name of the API key whose series it is for
/// @param datacenterId the facility to which the points belong
/// @param measurement what the measurement or metric is called
/// @param field what the field is called
/// @param tags what tags or labels have to be there, and their values
/// @param point how the point is called then
/// @param unit in which the values are told, whatever the series says of it
/// @param live whether a reading without a time is of the moment at which it arrives
record MappingRule(
        String ruleId,
        int order,
        Optional<String> client,
        Optional<String> datacenterId,
        Optional<String> measurement,
        Optional<String> field,
        SortedMap<String, String> tags,
        PointTemplate point,
        Optional<String> unit,
        boolean live) {

    private static final String ANY = "*";

    MappingRule {
        tags = new TreeMap<>(tags);
    }

    /// The name of a series by this rule, if it is for such series from this sender.
    Optional<PointName> nameOf(SeriesName series, Sender sender) {
        if (!isFor(sender)
                || !matches(measurement, Optional.of(series.measurement()))
                || !matches(field, series.field())
                || !matchesTags(series)) {
            return Optional.empty();
        }
        return point.idFor(series)
                .map(id ->
                        new PointName(
                                id,
                                Optional.of(ruleId),
                                datacenterId,
                                unit.or(series::statedUnit),
                                live));
    }

    private boolean isFor(Sender sender) {
        return (client.isEmpty() || client.get().equals(sender.client()))
                && (datacenterId.isEmpty() || sender.mayWrite(datacenterId.get()));
    }

    private boolean matchesTags(SeriesName series) {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            if (!matches(Optional.of(tag.getValue()), series.valueOf(tag.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Optional<String> wanted, Optional<String> text) {
        if (wanted.isEmpty()) {
            return true;
        }
        String pattern = wanted.get();
        return text.isPresent()
                && (pattern.endsWith(ANY)
                        ? text.get().startsWith(pattern.substring(0, pattern.length() - 1))
                        : text.get().equals(pattern));
    }
}

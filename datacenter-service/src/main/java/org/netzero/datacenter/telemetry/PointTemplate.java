package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How the id of a point is made of what a sender says of a series: text, with the names of tags or
/// labels in braces, `{measurement}` and `{field}` for these, such as `{dc}-{meter}-{field}`.
///
/// @param text as it was written
/// @param parts text and places in turn, the first of them text
record PointTemplate(String text, List<String> parts) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    /// @return empty where braces do not pair, or hold nothing
    static Optional<PointTemplate> of(String text) {
        var parts = new ArrayList<String>();
        int at = 0;
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            parts.add(text.substring(at, place.start()));
            parts.add(place.group(1));
            at = place.end();
        }
        parts.add(text.substring(at));
        for (int i = 0; i < parts.size(); i += 2) {
            if (parts.get(i).indexOf('{') >= 0 || parts.get(i).indexOf('}') >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new PointTemplate(text, List.copyOf(parts)));
    }

    /// The id for a series; empty where it has not all that is needed.
    Optional<String> idFor(SeriesName series) {
        var id = new StringBuilder(parts.getFirst());
        for (int i = 1; i < parts.size(); i += 2) {
            Optional<String> value = valueOf(parts.get(i), series);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            id.append(value.get()).append(parts.get(i + 1));
        }
        return Optional.of(id.toString());
    }

    private static Optional<String> valueOf(String place, SeriesName series) {
        return switch (place) {
            case "measurement" -> Optional.of(series.measurement());
            case "field" -> series.field();
            default -> series.valueOf(place);
        };
    }
}

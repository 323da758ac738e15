package org.netzero.datacenter.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.platform.input.Fields;

/// A mapping rule as a client writes it.
record MappingRequest(
        @Nullable String order,
        @Nullable String client,
        @Nullable String datacenterId,
        @Nullable String measurement,
        @Nullable String field,
        @Nullable Map<String, @Nullable String> tags,
        @Nullable String point,
        @Nullable String unit,
        @Nullable String live) {

    private static final int HIGHEST_ORDER = 1_000_000;
    private static final int MOST_TAGS = 64;
    private static final int MOST_CHARACTERS = 256;

    /// @param isFacility whether there is a data centre of an id
    MappingRule toRule(String ruleId, Predicate<String> isFacility) {
        Fields fields = Fields.of(this, Map.of("id", ruleId));
        Optional<String> id = fields.id("id");
        int place = order(fields);
        Optional<String> datacenter = fields.optionalId("datacenterId");
        datacenter
                .filter(named -> !isFacility.test(named))
                .ifPresent(named ->
                        fields.refuse(
                                "datacenterId",
                                "UNKNOWN_DATACENTER",
                                "there is no data centre '%s'; register it with PUT /api/datacenters/%s"
                                        .formatted(named, named)));
        Optional<PointTemplate> template = template(fields);
        SortedMap<String, String> wanted = tags(fields);
        Optional<String> toldIn = unit(fields);
        boolean isLive = flag(fields);
        Optional<String> key = fields.optionalText("client");
        Optional<String> measured = fields.optionalText("measurement");
        Optional<String> named = fields.optionalText("field");
        fields.refuseIfInvalid();
        return new MappingRule(
                id.orElseThrow(),
                place,
                key,
                datacenter,
                measured,
                named,
                wanted,
                template.orElseThrow(),
                toldIn,
                isLive);
    }

    private static int order(Fields fields) {
        String text = fields.text("order").orElse("0");
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) <= HIGHEST_ORDER) {
            return Integer.parseInt(text);
        }
        fields.refuse(
                "order",
                "OUT_OF_RANGE",
                "'%s' is no whole number from 0 to %d".formatted(text, HIGHEST_ORDER));
        return 0;
    }

    private static Optional<PointTemplate> template(Fields fields) {
        Optional<String> text = fields.text("point");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<PointTemplate> template =
                text.filter(written -> written.length() <= MOST_CHARACTERS)
                        .flatMap(PointTemplate::of);
        return template.isPresent()
                ? template
                : fields.refuse(
                        "point",
                        "NOT_A_TEMPLATE",
                        "'%s' is no name of a point with tags in braces, such as {dc}-{meter}-{field}, of up to %d characters"
                                .formatted(text.get(), MOST_CHARACTERS));
    }

    private SortedMap<String, String> tags(Fields fields) {
        var wanted = new TreeMap<String, String>();
        if (tags == null) {
            return wanted;
        }
        if (tags.size() > MOST_TAGS) {
            fields.refuse(
                    "tags",
                    "TOO_MANY",
                    "%d tags; a line has at most %d".formatted(tags.size(), MOST_TAGS));
        }
        tags.forEach((name, value) -> {
            if (value == null || value.isEmpty() || value.length() > MOST_CHARACTERS) {
                fields.refuse(
                        "tags." + name,
                        "REQUIRED",
                        "write the value that the tag has, its beginning with * behind it, or * for any, of up to %d characters"
                                .formatted(MOST_CHARACTERS));
            } else if (Fields.controlCharacter(name + value).isPresent()) {
                fields.refuse("tags." + name, Fields.CONTROL_CHARACTER, "has a control character");
            } else {
                wanted.put(name, value);
            }
        });
        return wanted;
    }

    private static Optional<String> unit(Fields fields) {
        return fields.optionalText("unit")
                .flatMap(symbol ->
                        Arrays.stream(MeasuredQuantity.values())
                                        .anyMatch(q -> q.unitSymbols().contains(symbol))
                                ? Optional.of(symbol)
                                : fields.refuse(
                                        "unit",
                                        "UNKNOWN_UNIT",
                                        "'%s' is no unit in which a point is measured"
                                                .formatted(symbol)));
    }

    private static boolean flag(Fields fields) {
        String text = fields.optionalText("live").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            fields.refuse("live", "NOT_A_FLAG", "'%s' is neither true nor false".formatted(text));
        }
        return text.equals("true");
    }
}

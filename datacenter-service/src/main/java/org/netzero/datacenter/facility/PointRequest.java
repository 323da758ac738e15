package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;
import org.netzero.platform.input.Fields;

/// A measuring point as a client writes it.
record PointRequest(
        @Nullable String pointId,
        @Nullable String role,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String maximum,
        @Nullable String ratedPower,
        @Nullable String bidirectional,
        @Nullable String revisions,
        @Nullable String parent,
        @Nullable String room) {

    private static final Pattern POINT_ID =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@+-]*(/[\\p{L}\\p{N}._:@+-]+)*");

    /// Addresses of their own behind that of a point.
    private static final List<String> RESERVED_ENDS = List.of("/state", "/exchanges");

    MeasuringPoint toPoint(String datacenterId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("pointId", pointId);
        values.put("datacenterId", datacenterId);
        values.put("role", role);
        values.put("quantity", quantity);
        values.put("unit", unit);
        values.put("maximum", maximum);
        values.put("ratedPower", ratedPower);
        values.put("bidirectional", bidirectional);
        values.put("revisions", revisions);
        values.put("parent", parent);
        values.put("room", room);
        return read(new Fields(values));
    }

    /// Reads a point from a JSON object or a row.
    static MeasuringPoint read(Fields fields) {
        Optional<String> pointId =
                fields.text("pointId").flatMap(id -> pointId(fields, "pointId", id));
        Optional<String> datacenterId = fields.id("datacenterId");
        Optional<MeasuringRole> role = fields.oneOf("role", MeasuringRole.class);
        Optional<MeasuredQuantity> quantity = fields.oneOf("quantity", MeasuredQuantity.class);
        Optional<String> unit = fields.text("unit");
        Optional<BigDecimal> maximum = positive(fields, "maximum");
        Optional<BigDecimal> ratedPower = positive(fields, "ratedPower");
        boolean bidirectional = flag(fields, "bidirectional");
        RevisionPolicy revisions =
                fields.optionalOneOf("revisions", RevisionPolicy.class)
                        .orElse(RevisionPolicy.FIRST_KEPT);
        Optional<String> parent =
                fields.optionalText("parent").flatMap(id -> pointId(fields, "parent", id));
        Optional<String> room = fields.optionalText("room");
        quantity.ifPresent(measured -> checkUnit(fields, measured, unit));
        quantity.ifPresent(measured -> checkRole(fields, measured, role));
        if (ratedPower.isPresent() && quantity.isPresent() && !quantity.get().isEnergy()) {
            fields.refuse(
                    "ratedPower",
                    "NOT_APPLICABLE",
                    "%s has no rated power; leave it empty".formatted(quantity.get()));
        }
        fields.refuseIfInvalid();
        return new MeasuringPoint(
                pointId.orElseThrow(),
                datacenterId.orElseThrow(),
                role.orElseThrow(),
                quantity.orElseThrow(),
                unit.orElseThrow(),
                maximum,
                ratedPower,
                bidirectional,
                revisions,
                parent,
                room);
    }

    /// Whether a text can be the id of a point: as any other id, with slashes between its parts,
    /// since the names of series have them.
    static boolean isPointId(String text) {
        return text.length() <= Fields.MAX_ID_LENGTH
                && POINT_ID.matcher(text).matches()
                && RESERVED_ENDS.stream().noneMatch(text::endsWith);
    }

    private static Optional<String> pointId(Fields fields, String field, String text) {
        if (text.length() > Fields.MAX_ID_LENGTH) {
            return fields.refuse(
                    field,
                    "TOO_LONG",
                    "has %d characters; an id has at most %d"
                            .formatted(text.length(), Fields.MAX_ID_LENGTH));
        }
        return isPointId(text)
                ? Optional.of(text)
                : fields.refuse(
                        field,
                        "NOT_AN_ID",
                        "'%s' is no id of a point; use letters, digits, . _ : @ + - and slashes between parts, not %s at its end"
                                .formatted(text, String.join(" or ", RESERVED_ENDS)));
    }

    private static void checkUnit(Fields fields, MeasuredQuantity quantity, Optional<String> unit) {
        List<String> symbols = quantity.unitSymbols();
        unit.filter(symbol -> !symbols.contains(symbol))
                .ifPresent(symbol ->
                        fields.refuse(
                                "unit",
                                "UNIT_DOES_NOT_FIT",
                                "'%s' is no unit of %s; use one of %s"
                                        .formatted(symbol, quantity, String.join(", ", symbols))));
    }

    private static void checkRole(
            Fields fields, MeasuredQuantity quantity, Optional<MeasuringRole> role) {
        if (!quantity.isSummed() || role.isEmpty()) {
            return;
        }
        MeasuringRole served = role.get();
        if (served == MeasuringRole.WEATHER) {
            fields.refuse(
                    "role",
                    "ROLE_DOES_NOT_FIT",
                    "%s cannot serve WEATHER; only TEMPERATURE and FLOW, which belong to no sum, can"
                            .formatted(quantity));
        } else if ((quantity == MeasuredQuantity.WATER_COUNTER)
                != (served == MeasuringRole.WATER)) {
            fields.refuse(
                    "role",
                    "ROLE_DOES_NOT_FIT",
                    "%s cannot serve %s; water counters have the role WATER, and nothing else has"
                            .formatted(quantity, served));
        }
    }

    private static Optional<BigDecimal> positive(Fields fields, String field) {
        Optional<BigDecimal> value = fields.optionalDecimal(field);
        if (value.isPresent() && value.get().signum() <= 0) {
            return fields.refuse(
                    field, "NOT_POSITIVE", "'%s' is not above 0".formatted(value.get()));
        }
        return value;
    }

    static boolean flag(Fields fields, String field) {
        String text = fields.optionalText(field).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            fields.refuse(field, "NOT_A_FLAG", "'%s' is neither true nor false".formatted(text));
        }
        return text.equals("true");
    }
}

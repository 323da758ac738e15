package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.input.Fields;

/// A measuring point as a client writes it.
record PointRequest(
        @Nullable String pointId,
        @Nullable String role,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String maximum,
        @Nullable String ratedPower,
        @Nullable String bidirectional) {

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
        return read(new Fields(values));
    }

    /// Reads a point from a JSON object or a row.
    static MeasuringPoint read(Fields fields) {
        Optional<String> pointId = fields.id("pointId");
        Optional<String> datacenterId = fields.id("datacenterId");
        Optional<MeasuringRole> role = fields.oneOf("role", MeasuringRole.class);
        Optional<MeasuredQuantity> quantity = fields.oneOf("quantity", MeasuredQuantity.class);
        Optional<String> unit = fields.text("unit");
        Optional<BigDecimal> maximum = positive(fields, "maximum");
        Optional<BigDecimal> ratedPower = positive(fields, "ratedPower");
        boolean bidirectional = flag(fields, "bidirectional");
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
                bidirectional);
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
        boolean water = quantity == MeasuredQuantity.WATER_COUNTER;
        role.filter(served -> !quantity.isCondition() && water != (served == MeasuringRole.WATER))
                .ifPresent(served ->
                        fields.refuse(
                                "role",
                                "ROLE_DOES_NOT_FIT",
                                "%s cannot serve %s; water counters have the role WATER, and nothing else has"
                                        .formatted(quantity, served)));
    }

    private static Optional<BigDecimal> positive(Fields fields, String field) {
        Optional<BigDecimal> value = fields.optionalDecimal(field);
        if (value.isPresent() && value.get().signum() <= 0) {
            return fields.refuse(
                    field, "NOT_POSITIVE", "'%s' is not above 0".formatted(value.get()));
        }
        return value;
    }

    private static boolean flag(Fields fields, String field) {
        String text = fields.optionalText(field).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            fields.refuse(field, "NOT_A_FLAG", "'%s' is neither true nor false".formatted(text));
        }
        return text.equals("true");
    }
}

package org.netzero.load;

import java.util.function.LongToDoubleFunction;

/// A measuring point of a data centre of the [DemoFleet].
///
/// @param id that of its data centre, and what it measures
/// @param unit of what it shows
/// @param shows by the second since 1970
record DemoPoint(String id, String role, String quantity, String unit, LongToDoubleFunction shows) {

    /// What no meter of the fleet exceeds, kW; a step beyond it is impossible.
    private static final int RATED_KW = 20_000;

    static final String COLUMNS = "pointId,datacenterId,role,quantity,unit,ratedPower,room";

    String row(String datacenterId) {
        boolean counts = quantity.equals("ENERGY_COUNTER") || quantity.equals("HEAT_COUNTER");
        return String.join(
                ",",
                id,
                datacenterId,
                role,
                quantity,
                unit,
                counts ? String.valueOf(RATED_KW) : "",
                room());
    }

    private String room() {
        return switch (role) {
            case "IT" -> "hall 1";
            case "WEATHER" -> "roof";
            default -> "plant room";
        };
    }

    DemoPoint showing(LongToDoubleFunction other) {
        return new DemoPoint(id, role, quantity, unit, other);
    }
}

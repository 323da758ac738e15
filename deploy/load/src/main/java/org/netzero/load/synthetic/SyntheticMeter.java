package org.netzero.load.synthetic;

/// An energy meter of a synthetic data centre.
///
/// @param datacenter its id, which the tag `dc` names
/// @param meter its number in its data centre, as the tag `meter` writes it
/// @param kind what it measures
public record SyntheticMeter(String datacenter, String meter, Kind kind) {

    /// What a meter measures, and the role of its point.
    public enum Kind {
        UTILITY("utility_kwh", "FACILITY_INPUT"),
        COOLING("cooling_kwh", "COOLING"),
        IT("it_kwh", "IT");

        private final String tag;
        private final String role;

        Kind(String tag, String role) {
            this.tag = tag;
            this.role = role;
        }

        public String tag() {
            return tag;
        }

        public String role() {
            return role;
        }
    }

    /// The measurement in line protocol and the metric in remote write.
    static final String MEASUREMENT = "energy";

    /// The field in line protocol.
    static final String FIELD = "value";

    /// The start of its line, up to its value.
    String linePrefix() {
        return "%s,dc=%s,meter=%s,kind=%s %s="
                .formatted(MEASUREMENT, datacenter, meter, kind.tag, FIELD);
    }

    /// The point that its lines are of, by the default rule of the suite.
    public String pointId() {
        return String.join("/", MEASUREMENT, datacenter, meter, kind.tag, FIELD);
    }
}

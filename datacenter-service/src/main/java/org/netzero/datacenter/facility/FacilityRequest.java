package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A facility as a client writes it.
record FacilityRequest(
        @Nullable String siteId,
        @Nullable String name,
        @Nullable String inOperationSince,
        @Nullable String itCapacityKw,
        @Nullable String pueCategory) {

    /// What stands in addresses where the id of a facility would.
    private static final Set<String> ADDRESSES =
            Set.of("indicators", "reporting", "findings", "operations", "telemetry", "projects");

    private static final Pattern PUE_CATEGORY = Pattern.compile("(?:PUE|CATEGORY_)?([123])");

    Facility toFacility(String datacenterId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("datacenterId", datacenterId);
        values.put("siteId", siteId);
        values.put("name", name);
        values.put("inOperationSince", inOperationSince);
        values.put("itCapacityKw", itCapacityKw);
        values.put("pueCategory", pueCategory);
        return read(new Fields(values));
    }

    /// Reads a facility from a JSON object or a row.
    static Facility read(Fields fields) {
        Optional<String> datacenterId = fields.id("datacenterId");
        Optional<String> siteId = fields.id("siteId");
        Optional<String> name = fields.optionalText("name");
        fields.text("inOperationSince");
        Optional<LocalDate> since = fields.optionalDate("inOperationSince");
        Optional<BigDecimal> capacity = fields.optionalDecimal("itCapacityKw");
        capacity.filter(kw -> kw.signum() <= 0)
                .ifPresent(kw ->
                        fields.refuse(
                                "itCapacityKw",
                                "NOT_POSITIVE",
                                "'%s' is not above 0; leave it empty when it is not known"
                                        .formatted(kw)));
        OptionalInt category = pueCategory(fields);
        datacenterId
                .filter(ADDRESSES::contains)
                .ifPresent(id ->
                        fields.refuse(
                                "datacenterId",
                                "RESERVED",
                                "'%s' is an address of its own".formatted(id)));
        fields.refuseIfInvalid();
        return new Facility(
                datacenterId.orElseThrow(),
                siteId.orElseThrow(),
                name,
                since.orElseThrow(),
                capacity,
                category);
    }

    private static OptionalInt pueCategory(Fields fields) {
        Optional<String> text = fields.optionalText("pueCategory");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher category = PUE_CATEGORY.matcher(text.get());
        if (!category.matches()) {
            fields.refuse(
                    "pueCategory",
                    "UNKNOWN_VALUE",
                    "'%s' is not one of 1 (UPS output), 2 (PDU output), 3 (equipment input)"
                            .formatted(text.get()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(category.group(1)));
    }
}

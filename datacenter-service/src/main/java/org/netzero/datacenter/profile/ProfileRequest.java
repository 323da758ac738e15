package org.netzero.datacenter.profile;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// A profile as a client writes it; numbers may be strings or numbers.
record ProfileRequest(
        @Nullable String boundary,
        @Nullable String meteredPart,
        @Nullable String designPue,
        @Nullable String generation,
        @Nullable String fuelKgCo2ePerKwh,
        @Nullable String fuelFactorSource,
        @Nullable String type,
        @Nullable String owner,
        @Nullable String operator,
        @Nullable String municipality,
        @Nullable String installedItPowerKw,
        @Nullable String floorAreaM2,
        @Nullable String computerRoomAreaM2,
        @Nullable String refrigerants,
        @Nullable String electricalRedundancy,
        @Nullable String coolingRedundancy) {

    /// @throws InvalidInput with everything that is wrong
    ReportingProfile toProfile() {
        Fields fields = Fields.of(this);
        Optional<Boundary> stated = fields.optionalOneOf("boundary", Boundary.class);
        Optional<BigDecimal> design = fields.optionalDecimal("designPue");
        design.filter(pue -> pue.compareTo(BigDecimal.ONE) < 0)
                .ifPresent(pue ->
                        fields.refuse(
                                "designPue",
                                "PUE_BELOW_ONE",
                                "'%s' is below 1; a facility uses at least what its IT uses"
                                        .formatted(pue)));
        Optional<BigDecimal> fuel = notNegative(fields, "fuelKgCo2ePerKwh");
        Optional<String> source = fields.optionalText("fuelFactorSource");
        if (fuel.isPresent() && source.isEmpty()) {
            fields.refuse(
                    "fuelFactorSource",
                    "REQUIRED",
                    "is required beside fuelKgCo2ePerKwh; name document and table");
        }
        Optional<BigDecimal> area = positive(fields, "floorAreaM2");
        Optional<BigDecimal> rooms = positive(fields, "computerRoomAreaM2");
        if (area.isPresent() && rooms.isPresent() && rooms.get().compareTo(area.get()) > 0) {
            fields.refuse(
                    "computerRoomAreaM2",
                    "ABOVE_FLOOR_AREA",
                    "'%s' is more than the floor area of %s m2"
                            .formatted(rooms.get().toPlainString(), area.get().toPlainString()));
        }
        Optional<BigDecimal> installed = positive(fields, "installedItPowerKw");
        var profile =
                new ReportingProfile(
                        stated.orElse(null),
                        text(fields, "meteredPart"),
                        design.orElse(null),
                        fields.optionalOneOf("generation", ReportingProfile.Generation.class)
                                .orElse(null),
                        fuel.orElse(null),
                        fuel.isPresent() ? source.orElse(null) : null,
                        fields.optionalOneOf("type", ReportingProfile.Type.class).orElse(null),
                        text(fields, "owner"),
                        text(fields, "operator"),
                        text(fields, "municipality"),
                        installed.orElse(null),
                        area.orElse(null),
                        rooms.orElse(null),
                        text(fields, "refrigerants"),
                        text(fields, "electricalRedundancy"),
                        text(fields, "coolingRedundancy"));
        fields.refuseIfInvalid();
        return profile;
    }

    private static @Nullable String text(Fields fields, String name) {
        return fields.optionalText(name).orElse(null);
    }

    private static Optional<BigDecimal> positive(Fields fields, String name) {
        Optional<BigDecimal> value = fields.optionalDecimal(name);
        value.filter(stated -> stated.signum() <= 0)
                .ifPresent(stated ->
                        fields.refuse(
                                name,
                                "NOT_POSITIVE",
                                "'%s' is not above 0; leave it empty when it is not known"
                                        .formatted(stated)));
        return value;
    }

    private static Optional<BigDecimal> notNegative(Fields fields, String name) {
        Optional<BigDecimal> value = fields.optionalDecimal(name);
        value.filter(stated -> stated.signum() < 0)
                .ifPresent(stated ->
                        fields.refuse(name, "NEGATIVE", "'%s' is below 0".formatted(stated)));
        return value;
    }
}

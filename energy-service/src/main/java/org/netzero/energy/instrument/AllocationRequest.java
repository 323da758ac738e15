package org.netzero.energy.instrument;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.Span;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;

/// An allocation as its sender asks for it.
///
/// @param period local days of the site: `2021`, `2021-03`
/// @param effect `COVERS_CONSUMPTION` when left out
record AllocationRequest(
        @Nullable String allocationId,
        @Nullable String siteId,
        @Nullable String period,
        InstrumentRequest.@Nullable EnergyRequest quantity,
        @Nullable String effect) {

    private static final int LONGEST_DAYS = 366;

    /// @param newId gives an id to an allocation that comes without one
    Allocation.Order order(String instrumentId, Supplier<String> newId) {
        Map<String, String> given =
                allocationId == null || allocationId.isBlank()
                        ? Map.of("allocationId", newId.get())
                        : Map.of();
        Fields fields = Fields.of(this, given);
        Optional<UUID> id = fields.id("allocationId").flatMap(text -> uuid(fields, text));
        Optional<String> site = fields.id("siteId");
        Optional<Span> span = fields.period("period").flatMap(of -> span(fields, of));
        Optional<StatedEnergy> energy =
                StatedEnergy.read(fields, "quantity.value", "quantity.unit");
        Optional<ClaimEffect> claim = fields.optionalOneOf("effect", ClaimEffect.class);
        fields.refuseIfInvalid();
        return new Allocation.Order(
                id.orElseThrow(),
                instrumentId,
                site.orElseThrow(),
                span.orElseThrow(),
                energy.orElseThrow(),
                claim.orElse(ClaimEffect.COVERS_CONSUMPTION));
    }

    private static Optional<UUID> uuid(Fields fields, String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return Optional.of(uuid);
            }
        } catch (IllegalArgumentException malformed) {
            return notAUuid(fields, text);
        }
        return notAUuid(fields, text);
    }

    private static Optional<UUID> notAUuid(Fields fields, String text) {
        return fields.refuse(
                "allocationId",
                "NOT_A_UUID",
                "'%s' is no UUID; leave it out to get one".formatted(text));
    }

    private static Optional<Span> span(Fields fields, Period period) {
        return period.start().plusDays(LONGEST_DAYS).isBefore(period.end())
                ? fields.refuse(
                        "period",
                        "TOO_LONG",
                        "'%s' is longer than a year; allocate year by year".formatted(period))
                : Optional.of(new Span(period.start(), period.end()));
    }
}

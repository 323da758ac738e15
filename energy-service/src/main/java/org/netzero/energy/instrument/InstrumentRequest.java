package org.netzero.energy.instrument;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// An instrument as its sender writes it.
record InstrumentRequest(
        @Nullable String instrumentId,
        @Nullable String kind,
        @Nullable String market,
        @Nullable String technology,
        @Nullable String plant,
        @Nullable String commissioned,
        @Nullable String vintageStart,
        @Nullable String vintageEnd,
        @Nullable EnergyRequest quantity,
        @Nullable String trackingSystem,
        @Nullable String price,
        @Nullable String currency,
        @Nullable String evidence,
        @Nullable Boolean renewable,
        @Nullable String kgCo2ePerKwh,
        @Nullable String attributes,
        @Nullable String certificateId,
        @Nullable Boolean carbonCreditIssued,
        @Nullable String expiresOn,
        @Nullable String acquired,
        @Nullable String generationMeters,
        @Nullable String supersedes) {

    /// An amount in a unit of energy, or in `certificates`.
    record EnergyRequest(@Nullable String value, @Nullable String unit) {}

    /// @param newId gives an id to an instrument that comes without one
    RegisteredInstrument instrument(Supplier<String> newId) {
        Map<String, String> given =
                instrumentId == null || instrumentId.isBlank()
                        ? Map.of("instrumentId", newId.get())
                        : Map.of();
        return InstrumentFields.OF_JSON.read(Fields.of(this, given));
    }
}

package org.netzero.energy.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.claim.Attributes;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.listing.Table;

/// An instrument as its readers see it; its CSV is what the import takes, and what became of it.
///
/// @param generationMeters the meters that tell its hours, parted by semicolons
/// @param claimableKwh what can be claimed: of a contract and its certificate the smaller
/// @param allocatedKwh allocated, not yet retired
/// @param transferredKwh handed on to somebody else
/// @param leftKwh what can still be allocated
/// @param cursor its place in the list
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstrumentView(
        String instrumentId,
        InstrumentKind kind,
        String market,
        Technology technology,
        @Nullable String plant,
        @Nullable LocalDate commissioned,
        LocalDate vintageStart,
        LocalDate vintageEnd,
        StatedEnergy quantity,
        @Nullable String trackingSystem,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String evidence,
        @Nullable Boolean renewable,
        @Nullable BigDecimal kgCo2ePerKwh,
        @Nullable Attributes attributes,
        @Nullable String certificateId,
        @Nullable Boolean carbonCreditIssued,
        @Nullable LocalDate expiresOn,
        RegisteredInstrument.Acquired acquired,
        @Nullable String generationMeters,
        @Nullable String supersedes,
        InstrumentStatus status,
        BigDecimal claimableKwh,
        BigDecimal allocatedKwh,
        BigDecimal retiredKwh,
        BigDecimal expiredKwh,
        BigDecimal transferredKwh,
        BigDecimal leftKwh,
        @JsonIgnore String cursor) {

    static final List<String> COLUMNS =
            List.of(
                    "instrumentId",
                    "kind",
                    "market",
                    "technology",
                    "plant",
                    "commissioned",
                    "vintageStart",
                    "vintageEnd",
                    "quantity",
                    "unit",
                    "trackingSystem",
                    "price",
                    "currency",
                    "evidence",
                    "renewable",
                    "kgCo2ePerKwh",
                    "attributes",
                    "certificateId",
                    "carbonCreditIssued",
                    "expiresOn",
                    "acquired",
                    GenerationMeters.FIELD,
                    "supersedes",
                    "status",
                    "claimableKwh",
                    "allocatedKwh",
                    "retiredKwh",
                    "expiredKwh",
                    "transferredKwh",
                    "leftKwh");

    static InstrumentView of(InstrumentTable.Listed listed) {
        RegisteredInstrument instrument = listed.instrument();
        Instrument facts = instrument.facts();
        Position position = listed.position();
        return new InstrumentView(
                instrument.instrumentId(),
                facts.kind(),
                facts.market().code(),
                facts.technology(),
                orNull(instrument.plant()),
                orNull(facts.commissioned()),
                facts.vintage().start(),
                facts.vintage().end(),
                instrument.quantity(),
                orNull(facts.trackingSystem()),
                orNull(instrument.price()),
                orNull(instrument.currency()),
                orNull(instrument.evidence()),
                orNull(facts.statedRenewable()),
                orNull(facts.statedKgCo2ePerKwh()),
                orNull(facts.attributes()),
                orNull(facts.certificateId()),
                orNull(facts.carbonCreditIssued()),
                orNull(facts.expiresOn()),
                instrument.acquired(),
                GenerationMeters.text(instrument.generationMeters()),
                orNull(instrument.supersedes()),
                position.status(),
                position.energyKwh(),
                position.provisionalKwh(),
                position.retiredKwh(),
                position.expiredKwh(),
                position.transferredKwh(),
                position.leftKwh(),
                String.valueOf(listed.sequence()));
    }

    List<@Nullable Object> row() {
        return Table.row(
                instrumentId,
                kind,
                market,
                technology,
                plant,
                commissioned,
                vintageStart,
                vintageEnd,
                quantity.value(),
                quantity.unit(),
                trackingSystem,
                price,
                currency,
                evidence,
                renewable,
                kgCo2ePerKwh,
                attributes,
                certificateId,
                carbonCreditIssued,
                expiresOn,
                acquired,
                generationMeters,
                supersedes,
                status,
                claimableKwh,
                allocatedKwh,
                retiredKwh,
                expiredKwh,
                transferredKwh,
                leftKwh);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}

package org.netzero.energy.meter;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// Reads a meter from the fields of a row or of a JSON object.
final class MeterFields {

    private MeterFields() {}

    /// @throws InvalidInput with everything that is wrong
    static Meter read(Fields fields) {
        Optional<String> meterId = fields.id("meterId");
        Optional<String> siteId = fields.id("siteId");
        Optional<EnergyCarrier> carrier = fields.oneOf("carrier", EnergyCarrier.class);
        Optional<EnergySource> source = fields.oneOf("source", EnergySource.class);
        Optional<Technology> technology = fields.optionalOneOf("technology", Technology.class);
        Optional<String> zone = fields.optionalId("zone");
        technology
                .filter(of -> source.filter(s -> s.flow() != Flow.RENEWABLE_PURCHASE).isPresent())
                .ifPresent(of ->
                        fields.refuse(
                                "technology",
                                "NOT_APPLICABLE",
                                "'%s' is stated of plants under contract, PURCHASED_RENEWABLE; leave it out"
                                        .formatted(of)));
        Optional<LocalDate> from = fields.optionalDate("inServiceFrom");
        Optional<LocalDate> to = fields.optionalDate("inServiceTo");
        Optional<String> plantId = fields.optionalId("plantId");
        Optional<String> storageId = fields.optionalId("storageId");
        carrier.filter(EnergyCarrier::isFuel).ifPresent(fuel -> refuseFuel(fields, fuel));
        carrier.filter(of -> !of.isFuel())
                .ifPresent(of ->
                        source.filter(from1 -> !from1.isPossibleFor(of))
                                .ifPresent(from1 -> refuseSource(fields, of, from1)));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            fields.refuse(
                    "inServiceTo",
                    "END_NOT_AFTER_START",
                    "'%s' is not after the start '%s'; it is the first day that no longer belongs"
                            .formatted(to.get(), from.get()));
        }
        fields.refuseIfInvalid();
        return new Meter(
                meterId.orElseThrow(),
                siteId.orElseThrow(),
                carrier.orElseThrow(),
                source.orElseThrow(),
                technology,
                zone,
                from,
                to,
                plantId,
                storageId);
    }

    private static void refuseFuel(Fields fields, EnergyCarrier fuel) {
        fields.refuse(
                "carrier",
                "NOT_METERED_AS_ENERGY",
                "'%s' is metered by volume or mass; write its readings as energy records, one a month or less"
                        .formatted(fuel));
    }

    private static void refuseSource(Fields fields, EnergyCarrier carrier, EnergySource source) {
        fields.refuse(
                "source",
                "SOURCE_NOT_POSSIBLE",
                "'%s' is not possible for %s; use one of %s"
                        .formatted(source, carrier, EnergySource.possibleFor(carrier)));
    }
}

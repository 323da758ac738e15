package org.netzero.energy.consumption;

import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.StatedInterval;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Quantity;

/// Reads a record from the fields of a row or of a JSON object.
///
/// @param value the field of the quantity's number
/// @param unit the field of its unit
record EnergyRecordFields(String value, String unit) {

    static final Columns COLUMNS =
            Columns.of(
                            "recordId: The id of the record; sent again with the same content it is a duplicate, with other content it is refused",
                            "siteId: The site, by its id",
                            "carrier: What is used or handed on",
                            "source: Where it comes from or goes to; not every source is possible for every carrier",
                            "quantity: The amount, as a number with a point: 1234.5, not negative",
                            "unit: A unit in which the carrier is metered: kWh, MWh or GJ of electricity, heat and cooling; m3, L, kg or t of fuels",
                            Columns.START,
                            Columns.END,
                            "provenance: How the figure came about",
                            Columns.EVIDENCE)
                    .withValues("carrier", EnergyCarrier.values())
                    .withValues("source", EnergySource.values())
                    .withValues("provenance", Provenance.values())
                    .withCorrections();

    static final EnergyRecordFields OF_ROW = new EnergyRecordFields("quantity", "unit");
    static final EnergyRecordFields OF_JSON =
            new EnergyRecordFields("quantity.value", "quantity.unit");

    /// @throws InvalidInput with everything that is wrong
    EnergyRecord read(Fields fields) {
        Optional<String> recordId = fields.id("recordId");
        Optional<String> siteId = fields.id("siteId");
        Optional<EnergyCarrier> carrier = fields.oneOf("carrier", EnergyCarrier.class);
        Optional<EnergySource> source = fields.oneOf("source", EnergySource.class);
        Optional<Quantity> quantity = fields.quantity(value, unit);
        Optional<StatedInterval> interval = fields.interval("start", "end");
        Optional<Provenance> provenance = fields.oneOf("provenance", Provenance.class);
        Optional<String> evidence = fields.optionalText("evidence");
        Optional<String> supersedes = fields.optionalId("supersedes");
        quantity.filter(Quantity::isNegative).ifPresent(q -> refuseNegative(fields, q));
        carrier.ifPresent(of -> {
            source.filter(from -> !from.isPossibleFor(of))
                    .ifPresent(from -> refuseSource(fields, of, from));
            quantity.filter(q -> !of.isMeteredIn(q.unit()))
                    .ifPresent(q -> refuseUnit(fields, of, q));
        });
        fields.refuseIfInvalid();
        return new EnergyRecord(
                recordId.orElseThrow(),
                siteId.orElseThrow(),
                carrier.orElseThrow(),
                source.orElseThrow(),
                quantity.orElseThrow(),
                interval.orElseThrow(),
                provenance.orElseThrow(),
                evidence,
                supersedes);
    }

    private void refuseNegative(Fields fields, Quantity quantity) {
        fields.refuse(
                value,
                "NEGATIVE_QUANTITY",
                "'%s' is negative; a correction is a new record with the right quantity that supersedes the old one"
                        .formatted(quantity));
    }

    private static void refuseSource(Fields fields, EnergyCarrier carrier, EnergySource source) {
        fields.refuse(
                "source",
                "SOURCE_NOT_POSSIBLE",
                "'%s' is not possible for %s; use one of %s"
                        .formatted(source, carrier, EnergySource.possibleFor(carrier)));
    }

    private void refuseUnit(Fields fields, EnergyCarrier carrier, Quantity quantity) {
        fields.refuse(
                unit,
                "WRONG_UNIT",
                "'%s' is no unit of %s; use one of %s"
                        .formatted(quantity.unit(), carrier, carrier.units()));
    }
}

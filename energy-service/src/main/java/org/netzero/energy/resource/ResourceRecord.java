package org.netzero.energy.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.StatedInterval;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Quantity;

/// An amount of water drawn or waste handed over at a site, as its sender states it.
///
/// @param supersedes the id of the record this one corrects; may be its own
record ResourceRecord(
        String recordId,
        String siteId,
        Resource resource,
        Quantity quantity,
        StatedInterval interval,
        Provenance provenance,
        Optional<String> evidence,
        Optional<String> supersedes) {

    static final Columns COLUMNS =
            Columns.of(
                            "recordId: The id of the record; sent again with the same content it is a duplicate, with other content it is refused",
                            "siteId: The site, by its id",
                            "resource: Water drawn, or waste handed over",
                            "quantity: The amount, as a number with a point: 1234.5, not negative",
                            "unit: m3, L or t of water; t or kg of waste",
                            Columns.START,
                            Columns.END,
                            "provenance: How the figure came about",
                            Columns.EVIDENCE)
                    .withValues("resource", Resource.values())
                    .withValues("provenance", Provenance.values())
                    .withCorrections();

    private static final Duration LONGEST = Duration.ofDays(367);

    /// @throws InvalidInput with everything that is wrong
    static ResourceRecord read(Fields fields) {
        Optional<String> recordId = fields.id("recordId");
        Optional<String> siteId = fields.id("siteId");
        Optional<Resource> resource = fields.oneOf("resource", Resource.class);
        Optional<Quantity> quantity = fields.quantity("quantity", "unit");
        Optional<StatedInterval> interval = fields.interval("start", "end");
        Optional<Provenance> provenance = fields.oneOf("provenance", Provenance.class);
        Optional<String> evidence = fields.optionalText("evidence");
        Optional<String> supersedes = fields.optionalId("supersedes");
        quantity.filter(Quantity::isNegative)
                .ifPresent(q ->
                        fields.refuse(
                                "quantity", "NEGATIVE_QUANTITY", "'%s' is negative".formatted(q)));
        resource.ifPresent(of ->
                quantity.filter(q -> !of.isMeteredIn(q.unit()))
                        .ifPresent(q ->
                                fields.refuse(
                                        "unit",
                                        "WRONG_UNIT",
                                        "'%s' is no unit of %s; use %s"
                                                .formatted(q.unit(), of, of.unit()))));
        fields.refuseIfInvalid();
        return new ResourceRecord(
                recordId.orElseThrow(),
                siteId.orElseThrow(),
                resource.orElseThrow(),
                quantity.orElseThrow(),
                interval.orElseThrow(),
                provenance.orElseThrow(),
                evidence,
                supersedes);
    }

    /// The local days of its site.
    ///
    /// @throws InvalidInput when the dates cannot be those of something used
    Span days(ZoneId zone, Clock clock) {
        Interval instants;
        try {
            instants = interval.in(zone);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput(
                    "start", "NOT_AN_INTERVAL", String.valueOf(refused.getMessage()));
        }
        if (instants.start().isAfter(clock.instant().plus(Duration.ofDays(1)))) {
            throw new InvalidInput(
                    "start",
                    "IN_THE_FUTURE",
                    "'%s' lies in the future".formatted(instants.start()));
        }
        if (instants.duration().compareTo(LONGEST) > 0) {
            throw new InvalidInput(
                    "end",
                    "TOO_LONG",
                    "'%s' is more than a year after the start; write one record a year"
                            .formatted(instants.end()));
        }
        LocalDate last = instants.end().minusNanos(1).atZone(zone).toLocalDate();
        return new Span(instants.start().atZone(zone).toLocalDate(), last.plusDays(1));
    }
}

package org.netzero.energy.operation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.Presentation;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How a storage was run, as its readers see it. What is not on file is null, never zero.
record OperationView(
        String storageId,
        String siteId,
        String period,
        String granularity,
        BigDecimal stateOfChargeBeforeKwh,
        PartView total,
        RoundTripView roundTripEfficiency,
        String convention,
        List<PartView> parts,
        List<Finding> findings,
        @JsonIgnore Table table)
        implements Tabular {

    private static final String CONVENTION =
            "State of charge = energy that can still be given back = before + charged × efficiency − discharged; losses = charged − discharged − change of the state of charge";

    /// @param used what the states of charge are computed with
    /// @param measured (discharged + change of the state of charge) / charged; null where the
    ///   change is not known
    /// @param lowest the least it can have been, given the capacity; null where no efficiency up to
    ///   1 explains what came out
    /// @param highest the most it can have been
    record RoundTripView(
            @Nullable BigDecimal used,
            @Nullable BigDecimal measured,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            boolean changeOfStateKnown) {}

    /// @param stateOfChargeKwh at the end
    /// @param stateOfCharge the same as a share of the usable capacity
    /// @param missingHours hours that its meters should have measured and did not
    record PartView(
            OffsetDateTime start,
            OffsetDateTime end,
            @Nullable BigDecimal chargedKwh,
            @Nullable BigDecimal dischargedKwh,
            @Nullable BigDecimal lostKwh,
            @Nullable BigDecimal stateOfChargeKwh,
            @Nullable BigDecimal stateOfCharge,
            int missingHours) {}

    private static final List<String> COLUMNS =
            List.of(
                    "storageId",
                    "start",
                    "end",
                    "chargedKwh",
                    "dischargedKwh",
                    "lostKwh",
                    "stateOfChargeKwh",
                    "stateOfCharge",
                    "missingHours");

    static OperationView of(
            StorageOperation operation, Period period, Granularity granularity, ZoneId zone) {
        int count = operation.hours().count();
        List<PartView> parts = parts(operation, granularity, period, zone);
        return new OperationView(
                operation.storage().storageId(),
                operation.storage().siteId(),
                period.toString(),
                granularity.word(),
                kwh(operation.run().beforeKwh()),
                partOf(operation, 0, count, zone),
                roundTripOf(operation),
                CONVENTION,
                parts,
                operation.findings(),
                Table.of(COLUMNS, parts, part -> row(operation.storage().storageId(), part)));
    }

    private static List<PartView> parts(
            StorageOperation operation, Granularity granularity, Period period, ZoneId zone) {
        var parts = new ArrayList<PartView>();
        for (Period part : granularity.partsOf(period)) {
            int from = first(operation, part.start(), zone);
            int to = first(operation, part.end(), zone);
            if (granularity != Granularity.HOUR) {
                parts.add(partOf(operation, from, to, zone));
            } else {
                for (int hour = from; hour < to; hour++) {
                    parts.add(partOf(operation, hour, hour + 1, zone));
                }
            }
        }
        return parts;
    }

    private static int first(StorageOperation operation, LocalDate day, ZoneId zone) {
        return operation.hours().hourOf(day, zone);
    }

    private static PartView partOf(StorageOperation operation, int from, int to, ZoneId zone) {
        StorageOperation.Part part = operation.part(from, to);
        boolean known = part.isKnown();
        return new PartView(
                operation.hours().startOf(from).atZone(zone).toOffsetDateTime(),
                operation.hours().startOf(to).atZone(zone).toOffsetDateTime(),
                known ? kwh(part.chargedKwh()) : null,
                known ? kwh(part.dischargedKwh()) : null,
                known ? kwh(part.lostKwh()) : null,
                known ? kwh(part.stateKwh()) : null,
                known
                        ? Presentation.share(
                                Optional.of(part.stateKwh()),
                                Optional.of(operation.storage().usableCapacityKwh()))
                        : null,
                part.missingHours());
    }

    private static RoundTripView roundTripOf(StorageOperation operation) {
        Optional<RoundTrip> trip = operation.roundTrip();
        return new RoundTripView(
                share(Optional.of(operation.run().efficiency())),
                share(trip.flatMap(RoundTrip::measured)),
                share(trip.flatMap(RoundTrip::lowest)),
                share(trip.flatMap(RoundTrip::highest)),
                trip.flatMap(RoundTrip::change).isPresent());
    }

    private static @Nullable BigDecimal share(Optional<BigDecimal> exact) {
        return Presentation.share(exact, Optional.of(BigDecimal.ONE));
    }

    private static BigDecimal kwh(BigDecimal exact) {
        return Presentation.kwh(exact);
    }

    private static List<@Nullable Object> row(String storageId, PartView part) {
        return Table.row(
                storageId,
                part.start(),
                part.end(),
                part.chargedKwh(),
                part.dischargedKwh(),
                part.lostKwh(),
                part.stateOfChargeKwh(),
                part.stateOfCharge(),
                part.missingHours());
    }
}

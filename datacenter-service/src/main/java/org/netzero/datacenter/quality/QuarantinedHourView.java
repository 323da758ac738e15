package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.listing.Table;

/// A quarantined hour as clients see it.
///
/// @param amount what the role's sum would be: kWh, L for water
/// @param reported what it is; null when nothing was known of the hour
/// @param effect what it would change by
/// @param measured share of the hour that would be measured, 0 to 1
record QuarantinedHourView(
        MeasuringRole role,
        Instant start,
        BigDecimal amount,
        @Nullable BigDecimal reported,
        BigDecimal effect,
        BigDecimal measured,
        Instant firstSeen,
        QuarantinedHour.State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    static final List<String> COLUMNS =
            List.of(
                    "role",
                    "start",
                    "amount",
                    "reported",
                    "effect",
                    "measured",
                    "firstSeen",
                    "state",
                    "decidedBy",
                    "decidedAt",
                    "note");

    static QuarantinedHourView of(QuarantinedHour hour) {
        return new QuarantinedHourView(
                hour.hour().key().role(),
                hour.start(),
                hour.hour().amount(),
                hour.reported().orElse(null),
                hour.effect(),
                hour.hour().measured(),
                hour.firstSeen(),
                hour.state(),
                hour.decision().map(QuarantinedHour.Decision::by).orElse(null),
                hour.decision().map(QuarantinedHour.Decision::at).orElse(null),
                hour.decision().map(QuarantinedHour.Decision::note).orElse(null));
    }

    /// Where it stands in the list.
    String cursor() {
        return start + "_" + role;
    }

    List<@Nullable Object> row() {
        return Table.row(
                role, start, amount, reported, effect, measured, firstSeen, state, decidedBy,
                decidedAt, note);
    }
}

package org.netzero.energy.calendar;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// Which cells of the calendar are asked for.
record CollectionQuery(
        @QueryParam("siteId") @Nullable String siteId,
        @QueryParam("carrier") @Nullable String carrier,
        @QueryParam("status") @Nullable String status,
        @QueryParam("owner") @Nullable String owner) {

    static final int MOST_MONTHS = 36;

    /// What is asked for.
    record Filter(
            Optional<String> siteId,
            Optional<EnergyCarrier> carrier,
            Optional<CollectionStatus> status,
            Optional<String> owner) {

        boolean of(Series series) {
            return carrier.filter(of -> of != series.carrier()).isEmpty();
        }

        boolean has(Cell cell) {
            return status.filter(of -> of != cell.status()).isEmpty()
                    && (owner.isEmpty()
                            || owner.equals(cell.expected().flatMap(ExpectedPeriod::owner)));
        }
    }

    Filter filter() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        values.put("carrier", carrier);
        values.put("status", status);
        values.put("owner", owner);
        var fields = new Fields(values);
        var filter =
                new Filter(
                        fields.optionalId("siteId"),
                        fields.optionalOneOf("carrier", EnergyCarrier.class),
                        fields.optionalOneOf("status", CollectionStatus.class),
                        fields.optionalText("owner"));
        fields.refuseIfInvalid();
        return filter;
    }

    /// @throws InvalidInput when it has more than [#MOST_MONTHS] months
    static Span span(Period period) {
        if (period.end().isAfter(period.start().plusMonths(MOST_MONTHS))) {
            throw new InvalidInput(
                    "period",
                    "TOO_LONG",
                    "'%s' has more than %d months; ask for a year at a time"
                            .formatted(period, MOST_MONTHS));
        }
        return new Span(period.start(), period.end());
    }
}

package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// An exchange of meters as a client writes it.
record ExchangeRequest(
        @Nullable String at,
        @Nullable String lastReading,
        @Nullable String firstReading,
        @Nullable String newMaximum,
        @Nullable String supersedes) {

    /// Years in which digital meters were read.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// A checked exchange.
    record Stated(MeterExchange exchange, Optional<Instant> supersedes) {}

    /// @param point whose counter gave way
    Stated read(MeasuringPoint point) {
        Fields fields = Fields.of(this);
        Optional<Instant> when = fields.text("at").flatMap(text -> instant(fields, "at", text));
        when.filter(EARLIEST::isAfter)
                .ifPresent(early ->
                        fields.refuse(
                                "at",
                                "OUT_OF_RANGE",
                                "%s is before %s".formatted(early, EARLIEST)));
        Optional<BigDecimal> maximum = fields.optionalDecimal("newMaximum");
        maximum.filter(value -> value.signum() <= 0)
                .ifPresent(value ->
                        fields.refuse(
                                "newMaximum",
                                "NOT_POSITIVE",
                                "'%s' is not above 0".formatted(value)));
        Optional<BigDecimal> last = reading(fields, "lastReading", point, Optional.empty());
        Optional<BigDecimal> first = reading(fields, "firstReading", point, maximum);
        Optional<Instant> corrected =
                fields.optionalText("supersedes")
                        .flatMap(text -> instant(fields, "supersedes", text));
        fields.refuseIfInvalid();
        return new Stated(
                new MeterExchange(
                        when.orElseThrow(), last.orElseThrow(), first.orElseThrow(), maximum),
                corrected);
    }

    private static Optional<BigDecimal> reading(
            Fields fields, String field, MeasuringPoint point, Optional<BigDecimal> maximum) {
        Optional<BigDecimal> value = fields.decimal(field);
        if (value.isEmpty() || point.bidirectional()) {
            return value;
        }
        if (value.get().signum() < 0) {
            return fields.refuse(
                    field,
                    "NEGATIVE_COUNTER",
                    "'%s' is below 0, which '%s' cannot show"
                            .formatted(value.get(), point.pointId()));
        }
        Optional<BigDecimal> highest = maximum.or(point::maximum);
        // of the old counter an earlier exchange may have stated another maximum
        if (field.equals("firstReading")
                && highest.filter(most -> value.get().compareTo(most) > 0).isPresent()) {
            return fields.refuse(
                    field,
                    "ABOVE_MAXIMUM",
                    "'%s' is above %s %s, the maximum of the counter"
                            .formatted(value.get(), highest.get().toPlainString(), point.unit()));
        }
        return value;
    }

    private static Optional<Instant> instant(Fields fields, String field, String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException malformed) {
            return isLocal(text)
                    ? fields.refuse(
                            field,
                            "TIME_WITHOUT_OFFSET",
                            "'%s' has no offset and may mean any time zone; write %sZ or %s+08:00"
                                    .formatted(text, text, text))
                    : fields.refuse(
                            field,
                            "NOT_A_TIME",
                            "'%s' is no time; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                                    .formatted(text));
        }
    }

    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}

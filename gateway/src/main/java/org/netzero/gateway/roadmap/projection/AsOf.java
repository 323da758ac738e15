package org.netzero.gateway.roadmap.projection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.netzero.platform.problem.InvalidInput;

/// Up to when figures are considered.
public final class AsOf {

    private static final String AS_OF = "asOf";

    private AsOf() {}

    /// An instant, or the end of a day in UTC; now where nothing is stated, and for today.
    ///
    /// @throws InvalidInput for another text and for the future
    public static Instant read(Optional<String> text, Clock clock) {
        return read(AS_OF, text, clock);
    }

    /// The same of another parameter.
    static Instant read(String field, Optional<String> text, Clock clock) {
        Instant now = clock.instant();
        return text.map(stated -> parse(field, stated, now)).orElse(now);
    }

    private static Instant parse(String field, String text, Instant now) {
        try {
            if (text.indexOf('T') >= 0) {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return notInFuture(field, text, instant, now, instant);
            }
            Instant start = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end =
                    LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return notInFuture(field, text, start, now, end.isAfter(now) ? now : end);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(
                    field,
                    "NOT_AN_INSTANT",
                    "'%s' is neither a day such as 2026-11-23 nor an instant such as 2026-11-23T08:00:00Z"
                            .formatted(text));
        }
    }

    private static Instant notInFuture(
            String field, String text, Instant stated, Instant now, Instant result) {
        if (stated.isAfter(now)) {
            throw new InvalidInput(
                    field, "IN_THE_FUTURE", "'%s' has not come yet; it is %s".formatted(text, now));
        }
        return result;
    }
}

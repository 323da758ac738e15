package org.netzero.energy.meter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A moment as somebody wrote it: an instant with its offset, or the time on the clock of a site.
///
/// @param seconds since 1970 in UTC, or on the local clock
/// @param local whether only the zone of the site says which instant it is
record StatedMoment(long seconds, boolean local) {

    private static final int DATE = 10;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_DAY = 86_400;

    /// Reads `2022-03-13T02:00`, with seconds, `Z` or an offset behind it if any; a blank in place
    /// of the `T` does as well. Empty when it was refused.
    static Optional<StatedMoment> read(Fields fields, String field, String text) {
        return Optional.ofNullable(parse(text))
                .or(() ->
                        fields.refuse(
                                field,
                                "NOT_AN_INSTANT",
                                "'%s' is no instant and no local time; write 2022-03-13T02:00Z, 2022-03-13T02:00+08:00 or, on the clock of the site, 2022-03-13T02:00"
                                        .formatted(text)));
    }

    private static @Nullable StatedMoment parse(String text) {
        int length = text.length();
        if (length < DATE + 6 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        char between = text.charAt(DATE);
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        boolean isTime =
                (between == 'T' || between == ' ')
                        && text.charAt(13) == ':'
                        && (year | month | day | hour | minute) >= 0
                        && hour < 24
                        && minute < SECONDS_PER_MINUTE;
        if (!isTime) {
            return null;
        }
        int at = DATE + 6;
        int second = 0;
        if (at < length && text.charAt(at) == ':') {
            second = at + 3 <= length ? digits(text, at + 1, 2) : -1;
            at += 3;
        }
        if (second < 0 || second >= SECONDS_PER_MINUTE) {
            return null;
        }
        try {
            long seconds =
                    LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY
                            + (long) hour * SECONDS_PER_HOUR
                            + (long) minute * SECONDS_PER_MINUTE
                            + second;
            return zoned(text, at, seconds);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable StatedMoment zoned(String text, int at, long seconds) {
        int left = text.length() - at;
        if (left == 0) {
            return new StatedMoment(seconds, true);
        }
        char sign = text.charAt(at);
        if (sign == 'Z' && left == 1) {
            return new StatedMoment(seconds, false);
        }
        if ((sign != '+' && sign != '-') || left != 6 || text.charAt(at + 3) != ':') {
            return null;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + 4, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes >= SECONDS_PER_MINUTE) {
            return null;
        }
        long offset = (long) hours * SECONDS_PER_HOUR + (long) minutes * SECONDS_PER_MINUTE;
        return new StatedMoment(sign == '+' ? seconds - offset : seconds + offset, false);
    }

    /// -1 when one of the characters is no digit.
    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /// The instants, in seconds since 1970, that it can be in a zone: none in the hour a clock
    /// skips, two in the hour it goes through twice.
    long[] instantsIn(Clockface zone) {
        if (!local) {
            return new long[] {seconds};
        }
        LocalDateTime shown = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.offsetsOf(shown);
        long[] instants = new long[offsets.size()];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = seconds - offsets.get(i).getTotalSeconds();
        }
        return instants;
    }

    /// `2022-03-13T02:00`, as a clock shows it.
    @Override
    public String toString() {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC) + (local ? "" : "Z");
    }
}

package org.netzero.platform.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// A calendar year, month or day as reports name them: `2021`, `2021-03`, `2021-03-14`.
///
/// @param start the first local day
/// @param end the day after the last
public record Period(LocalDate start, LocalDate end) {

    /// The first year that stated periods may reach into; what is earlier is a slip of the hand.
    public static final int MIN_YEAR = 1900;

    /// The last year that stated periods may reach into.
    public static final int MAX_YEAR = 2200;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("\\d{1,2}[-./]\\d{1,2}[-./](\\d{2}|\\d{4})");
    private static final int DAY_LENGTH = 10;

    public Period {
        if (!start.isBefore(end)) {
            throw new EndsTooEarly(start, end);
        }
    }

    /// Reads every form that [#toString()] writes.
    ///
    /// @throws IllegalArgumentException with the text and the accepted forms
    @JsonCreator
    public static Period parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return new Period(day(text.substring(0, slash)), day(text.substring(slash + 1)));
            }
            if (text.length() < DAY_LENGTH && YEAR.matcher(text).matches()) {
                return ofYear(Integer.parseInt(text));
            }
            if (text.length() < DAY_LENGTH && MONTH.matcher(text).matches()) {
                return of(YearMonth.parse(text));
            }
            LocalDate day = day(text);
            return new Period(day, day.plusDays(1));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "'%s' is no period; write a year 2021, a month 2021-03 or a day 2021-03-14"
                                    .formatted(text)
                            + suspicion(text),
                    malformed);
        }
    }

    /// As [LocalDate#parse(CharSequence)] reads it, but files have two in every row and the usual
    /// form needs no formatter.
    private static LocalDate day(String text) {
        if (text.length() != DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return LocalDate.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DAY_LENGTH);
        return year < 0 || month < 0 || day < 0
                ? LocalDate.parse(text)
                : LocalDate.of(year, month, day);
    }

    /// Below 0 where it is not all digits.
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /// What a text that is no period may have been meant as; nothing is guessed.
    private static String suspicion(String text) {
        if (SERIAL_NUMBER.matcher(text).matches()) {
            return "; it may be the serial number of a spreadsheet's date, so format the cell as a date";
        }
        return DAY_AND_MONTH.matcher(text).matches()
                ? "; which of its numbers is the day and which the month is not known"
                : "";
    }

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public boolean isYear() {
        return start.getDayOfYear() == 1 && end.equals(start.plusYears(1));
    }

    public boolean isMonth() {
        return start.getDayOfMonth() == 1 && end.equals(start.plusMonths(1));
    }

    public boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Period other) {
        return other.start.isBefore(end) && start.isBefore(other.end);
    }

    /// The instants between which the period lies in a zone: local days of 23 and 25 hours
    /// included.
    public Interval in(ZoneId zone) {
        return new Interval(
                start.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    /// `2021`, `2021-03`, `2021-03-14`, and `2021-03-14/2021-04-02` for a span that has no name.
    @JsonValue
    @Override
    public String toString() {
        if (isYear()) {
            return String.valueOf(start.getYear());
        }
        if (isMonth()) {
            return YearMonth.from(start).toString();
        }
        return ChronoUnit.DAYS.between(start, end) == 1 ? start.toString() : start + "/" + end;
    }
}

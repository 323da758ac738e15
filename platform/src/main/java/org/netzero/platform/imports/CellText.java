package org.netzero.platform.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;

/// What the cells of a workbook say as text, which depends on no locale and no display format.
///
/// - A number is its digits as stored, without grouping and exponent. Spreadsheet programs store
///   binary numbers and keep 15 digits of what was typed, so 16 or 17 digits are rounded to 15: a
///   typed 1.1 is stored as 1.1000000000000001. A number of 13 to 17 digits is rounded to 12
///   decimals besides, which is as far as an account goes. More digits come from no binary number
///   and are taken as they are.
/// - A number formatted as a date is the ISO date of its serial number, or date and time (to the
///   millisecond) when it has a part of a day, in the workbook's date system, 1900 or 1904.
/// - A formula is its stored value.
/// - TRUE and FALSE, errors such as #N/A, a formula without stored value and a time or a day that
///   no calendar has are refused, naming the cell.
///
/// @param date1904 whether day 0 is 1904-01-01
record CellText(boolean date1904) {

    private static final MathContext SPREADSHEET_DIGITS =
            new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int BINARY_DIGITS = 17;

    /// Nobody types so many; a program that divides writes at least these.
    private static final int CALCULATED_DIGITS = 13;

    /// A number that is longer written out is left with its exponent, to be refused by its reader.
    private static final int MAX_PLAIN_DIGITS = 40;

    private static final BigDecimal DAYS_FROM_1900_TO_1904 = BigDecimal.valueOf(1_462);
    private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);

    /// The day that Lotus 1-2-3 took for 1900-02-29, and all its successors with it.
    private static final int NO_DAY = 60;

    private static final BigDecimal AFTER_YEAR_9999 = BigDecimal.valueOf(2_958_466);

    private static final Pattern ERROR = Pattern.compile("#[A-Z/0_]+[!?A]?");
    private static final Pattern NO_FORMAT_LETTERS =
            Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?!h+]|m+]|s+])[^]]*]|;.*");
    private static final Pattern DATE_LETTERS =
            Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    /// @param column the name under which a refusal stands
    /// @throws InvalidInput when the cell has no text
    String of(String column, Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case NUMBER -> number(column, cell, cell.asNumber());
            case BOOLEAN -> throw noBoolean(column, cell);
            case ERROR -> throw noError(column, cell);
            case FORMULA ->
                    switch (cell.getValue()) {
                        case BigDecimal number -> number(column, cell, number);
                        case Boolean truth -> throw noBoolean(column, cell);
                        case String text when ERROR.matcher(text).matches() ->
                                throw noError(column, cell);
                        case String text -> text;
                        case null, default -> formulaWithoutValue(column, cell);
                    };
        };
    }

    private static String formulaWithoutValue(String column, Cell cell) {
        if (cell.getRawValue() != null) {
            return "";
        }
        throw refused(
                column,
                "NO_VALUE",
                cell,
                "holds a formula whose value is not in the file; open the workbook in a spreadsheet program and save it");
    }

    private static InvalidInput noBoolean(String column, Cell cell) {
        return refused(
                column,
                "BOOLEAN_CELL",
                cell,
                "holds a truth value, which is shown in another word in each language; format the cell as text and write the word");
    }

    private static InvalidInput noError(String column, Cell cell) {
        return refused(
                column,
                "ERROR_CELL",
                cell,
                "holds the error '%s'; correct it, or leave the cell empty"
                        .formatted(cell.getRawValue()));
    }

    private String number(String column, Cell cell, BigDecimal value) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            return date(column, cell, value);
        }
        if (Math.abs((long) value.scale()) > MAX_PLAIN_DIGITS) {
            return value.toString();
        }
        boolean binary = value.precision() <= BINARY_DIGITS;
        return Decimals.plain(binary ? withoutNoise(value) : value);
    }

    /// The end of a calculated number, such as 0.333333333333333 of a third, is where the program
    /// ran out of digits and not what anybody stated. What would be lost as a whole stays.
    private static BigDecimal withoutNoise(BigDecimal value) {
        BigDecimal rounded = value.round(SPREADSHEET_DIGITS);
        if (value.precision() < CALCULATED_DIGITS
                || rounded.scale() <= Decimals.MAX_FRACTION_DIGITS) {
            return rounded;
        }
        BigDecimal cut = rounded.setScale(Decimals.MAX_FRACTION_DIGITS, RoundingMode.HALF_EVEN);
        return cut.signum() == 0 ? rounded : cut;
    }

    /// The built-in formats of dates, those of Chinese, Japanese and Korean workbooks included, and
    /// those written in the letters of dates.
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            return DATE_LETTERS.matcher(NO_FORMAT_LETTERS.matcher(format).replaceAll("")).find();
        }
        return id != null
                && ((id >= 14 && id <= 22)
                        || (id >= 27 && id <= 36)
                        || (id >= 45 && id <= 47)
                        || (id >= 50 && id <= 58));
    }

    private String date(String column, Cell cell, BigDecimal stored) {
        BigDecimal serial = date1904 ? stored.add(DAYS_FROM_1900_TO_1904) : stored;
        boolean day =
                serial.compareTo(BigDecimal.ONE) >= 0 && serial.compareTo(AFTER_YEAR_9999) < 0;
        if (!day || serial.intValue() == NO_DAY) {
            throw refused(
                    column,
                    "NOT_A_DATE",
                    cell,
                    "is formatted as a date, but '%s' is no day of the calendar; write the date, or format the cell as a number"
                            .formatted(cell.getRawValue()));
        }
        LocalDate zero =
                serial.intValue() < NO_DAY
                        ? LocalDate.of(1899, 12, 31)
                        : LocalDate.of(1899, 12, 30);
        long millis = serial.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_EVEN).longValue();
        LocalDateTime moment = zero.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// Whether the cell holds a number or a date, and not what somebody wrote as text.
    static boolean isNumber(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> true;
            case FORMULA -> cell.getValue() instanceof BigDecimal;
            case EMPTY, STRING, BOOLEAN, ERROR -> false;
        };
    }

    private static InvalidInput refused(String column, String code, Cell cell, String message) {
        return new InvalidInput(column, code, "cell %s %s".formatted(cell.getAddress(), message));
    }
}

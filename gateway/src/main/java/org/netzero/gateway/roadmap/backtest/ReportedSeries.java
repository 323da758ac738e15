package org.netzero.gateway.roadmap.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// Figures in a file: the shipped ones, or such as a caller sends.
public final class ReportedSeries {

    static final List<String> COLUMNS =
            List.of("company", "year", "year_basis", "metric", "value", "unit", "vintage");

    private static final List<String> NEEDED = List.of("company", "year", "metric", "value");

    /// A basis, unit or report that a row does not name.
    static final String NOT_STATED = "not stated";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String SHIPPED = "/roadmap/reported-emissions.csv";
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_VIOLATIONS = 20;

    private ReportedSeries() {}

    /// Read and tried once, when it is first asked for.
    private static final class Shipped {

        static final List<Figure> FIGURES = file();
        static final BackTest BACK_TEST = BackTest.of(FIGURES);

        private static List<Figure> file() {
            try (InputStream file =
                            Objects.requireNonNull(
                                    ReportedSeries.class.getResourceAsStream(SHIPPED));
                    Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                return List.copyOf(read(text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// The series the suite comes with; their origin is in the README beside them.
    public static List<Figure> shipped() {
        return Shipped.FIGURES;
    }

    /// How every method did on them.
    public static BackTest shippedBackTest() {
        return Shipped.BACK_TEST;
    }

    /// Reads a file whose first row names at least the company, the year, the metric and the value;
    /// columns other than [#COLUMNS] are notes, and what is not stated of the rest is
    /// [#NOT_STATED].
    ///
    /// @throws InvalidInput naming the line and the column of what cannot be read, nothing is used
    ///   then
    static List<Figure> read(Reader text) {
        List<Figure> figures = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord row : rows) {
                if (figures.isEmpty()) {
                    refuseWithoutColumns(row);
                }
                if (figures.size() >= MOST_ROWS) {
                    throw new InvalidInput(
                            "", "TOO_MANY_ROWS", "send at most " + MOST_ROWS + " rows");
                }
                readRow(row, figures, violations);
                if (violations.size() >= MOST_VIOLATIONS) {
                    break;
                }
            }
        } catch (CsvParseException malformed) {
            throw new InvalidInput("", "NOT_CSV", String.valueOf(malformed.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        if (figures.isEmpty()) {
            throw new InvalidInput(
                    "", "NO_ROWS", "send rows under the columns " + String.join(", ", COLUMNS));
        }
        return figures;
    }

    /// Spreadsheets put a byte order mark before the first column's name.
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader marked = new PushbackReader(text);
        int first = marked.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            marked.unread(first);
        }
        return marked;
    }

    private static void refuseWithoutColumns(NamedCsvRecord row) {
        List<String> missing =
                NEEDED.stream().filter(column -> row.findField(column).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    String.join(", ", missing),
                    "MISSING_COLUMN",
                    "the first row has to name the columns %s; %s are missing"
                            .formatted(String.join(", ", NEEDED), String.join(", ", missing)));
        }
    }

    private static void readRow(
            NamedCsvRecord row, List<Figure> figures, List<Violation> violations) {
        Row cells = new Row(row, violations);
        Optional<Integer> year = cells.year();
        Optional<Double> value = cells.value();
        if (year.isEmpty() || value.isEmpty()) {
            return;
        }
        try {
            figures.add(
                    new Figure(
                            row.getField("company"),
                            year.get(),
                            cells.orNotStated("year_basis"),
                            row.getField("metric"),
                            value.get(),
                            cells.orNotStated("unit"),
                            cells.orNotStated("vintage")));
        } catch (Figure.Refused refused) {
            cells.refuse(refused.column(), "OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        }
    }

    /// One row of a file, with what is wrong in it.
    private record Row(NamedCsvRecord cells, List<Violation> violations) {

        Optional<Integer> year() {
            String text = cells.getField("year").strip();
            return text.matches("\\d{1,9}")
                    ? Optional.of(Integer.valueOf(text))
                    : refuse(
                            "year",
                            "NOT_A_YEAR",
                            "'%s' is no calendar year such as 2022".formatted(text));
        }

        Optional<Double> value() {
            String text = cells.getField("value").strip();
            try {
                return Optional.of(Double.valueOf(text));
            } catch (NumberFormatException malformed) {
                return refuse(
                        "value", "NOT_A_NUMBER", "'%s' is no number; write 1234.5".formatted(text));
            }
        }

        String orNotStated(String column) {
            return cells.findField(column).filter(text -> !text.isBlank()).orElse(NOT_STATED);
        }

        <T> Optional<T> refuse(String column, String code, String message) {
            violations.add(
                    new Violation(
                            column,
                            code,
                            "line %d: %s".formatted(cells.getStartingLineNumber(), message)));
            return Optional.empty();
        }
    }
}

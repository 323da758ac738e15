package org.netzero.gateway.roadmap.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// Figures in a file: the shipped ones, or such as a caller sends.
public final class ReportedSeries {

    static final List<String> COLUMNS =
            List.of("company", "year", "year_basis", "metric", "value", "unit", "vintage");

    private static final String SHIPPED = "/roadmap/reported-emissions.csv";
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_VIOLATIONS = 20;

    private ReportedSeries() {}

    /// The series the suite comes with; their origin is in the README beside them.
    public static List<Figure> shipped() {
        try (InputStream file =
                        Objects.requireNonNull(ReportedSeries.class.getResourceAsStream(SHIPPED));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Reads a file whose first row names at least [#COLUMNS]; other columns are notes.
    ///
    /// @throws InvalidInput naming the line and the column of what cannot be read, nothing is used
    ///   then
    static List<Figure> read(Reader text) {
        List<Figure> figures = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
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

    private static void readRow(
            NamedCsvRecord row, List<Figure> figures, List<Violation> violations) {
        String line = "line " + row.getStartingLineNumber();
        List<String> missing =
                COLUMNS.stream().filter(column -> row.findField(column).isEmpty()).toList();
        if (!missing.isEmpty()) {
            violations.add(
                    new Violation(
                            line,
                            "MISSING_COLUMN",
                            "the columns %s are missing".formatted(String.join(", ", missing))));
            return;
        }
        try {
            figures.add(
                    new Figure(
                            row.getField("company"),
                            Integer.parseInt(row.getField("year")),
                            row.getField("year_basis"),
                            row.getField("metric"),
                            Double.parseDouble(row.getField("value")),
                            row.getField("unit"),
                            row.getField("vintage")));
        } catch (NumberFormatException malformed) {
            violations.add(
                    new Violation(
                            line,
                            "NOT_A_NUMBER",
                            "year '%s' and value '%s' have to be numbers"
                                    .formatted(row.getField("year"), row.getField("value"))));
        } catch (IllegalArgumentException refused) {
            violations.add(
                    new Violation(line, "OUT_OF_RANGE", String.valueOf(refused.getMessage())));
        }
    }
}

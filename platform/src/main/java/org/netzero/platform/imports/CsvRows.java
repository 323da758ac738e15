package org.netzero.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// A CSV file (RFC 4180): UTF-8 with or without byte order mark, fields separated by commas.
///
/// A field with bytes of another encoding rejects its row. Columns named in another encoding, or
/// separated by semicolons or tabs, refuse the file. A quote that is not closed rejects its row and
/// ends the reading, see [QuoteWatch].
final class CsvRows implements Rows {

    private static final int MAX_FIELD_CHARACTERS = QuoteWatch.MAX_CHARACTERS;

    private static final String NOT_UTF8 =
            "has bytes that are not UTF-8 text (but GBK or UTF-16, perhaps); save the file as 'CSV UTF-8 (comma delimited)', or send the workbook as XLSX";

    private final QuoteWatch text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;

    private boolean stopped;

    private CsvRows(
            QuoteWatch text,
            CsvReader<CsvRecord> reader,
            Iterator<CsvRecord> rows,
            List<String> header) {
        this.text = text;
        this.reader = reader;
        this.rows = rows;
        this.header = header;
    }

    /// @throws InvalidInput when the first row does not name these columns
    static CsvRows open(InputStream file, Columns columns) {
        var utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new QuoteWatch(new InputStreamReader(file, utf8));
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(16 * MAX_FIELD_CHARACTERS)
                        .ofCsvRecord(text);
        Iterator<CsvRecord> rows = reader.iterator();
        Optional<CsvRecord> first =
                reading(() -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty());
        List<String> header =
                first.map(CsvRecord::getFields).orElse(List.of()).stream()
                        .map(name -> name.replace("\uFEFF", "").strip())
                        .toList();
        checkForm(header);
        text.broken()
                .filter(broken -> broken.rowLine() <= first.orElseThrow().getStartingLineNumber())
                .ifPresent(broken -> {
                    throw new InvalidInput("", "UNCLOSED_QUOTE", broken.reason());
                });
        columns.check(header);
        return new CsvRows(text, reader, rows, header);
    }

    private static void checkForm(List<String> header) {
        if (header.isEmpty()) {
            throw new InvalidInput(
                    "", "EMPTY_FILE", "the file is empty; its first row names the columns");
        }
        String first = header.getFirst();
        if (first.startsWith("PK\u0003\u0004")) {
            throw new InvalidInput(
                    "", "NOT_CSV", "the file is a workbook; send it with the media type of XLSX");
        }
        if (header.stream().anyMatch(CsvRows::isGarbled)) {
            throw new InvalidInput("", "NOT_UTF8", "the first row " + NOT_UTF8);
        }
        if (header.size() == 1 && (first.contains(";") || first.contains("\t"))) {
            throw new InvalidInput(
                    "",
                    "NOT_COMMA_SEPARATED",
                    "the first row is separated by %s; save the file as 'CSV UTF-8 (comma delimited)' with commas between the fields, or send the workbook as XLSX"
                            .formatted(first.contains(";") ? "semicolons" : "tabs"));
        }
    }

    @Override
    public Optional<Row> next() {
        return stopped
                ? Optional.empty()
                : reading(() -> rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty());
    }

    private Row row(CsvRecord record) {
        Optional<QuoteWatch.Broken> broken =
                text.broken().filter(b -> b.rowLine() <= record.getStartingLineNumber());
        if (broken.isPresent()) {
            stopped = true;
            return broken(broken.get());
        }
        Map<String, String> values = HashMap.newHashMap(header.size());
        var refused = new ArrayList<Violation>();
        boolean fits = record.getFieldCount() == header.size();
        for (int i = 0; i < Math.min(record.getFieldCount(), header.size()); i++) {
            values.put(header.get(i), record.getField(i));
            if (fits && isGarbled(record.getField(i))) {
                refused.add(new Violation(header.get(i), "NOT_UTF8", NOT_UTF8));
            }
        }
        if (!fits) {
            refused.add(
                    new Violation(
                            "",
                            "COLUMN_COUNT",
                            "the row has %d fields, the first row %d columns; a value with a comma needs quotes"
                                    .formatted(record.getFieldCount(), header.size())));
        }
        return new Row(record.getStartingLineNumber(), values, refused);
    }

    /// The row whose quote ends the reading: nobody can tell which lines behind it are rows.
    private Row broken(QuoteWatch.Broken broken) {
        String column = broken.field() < header.size() ? header.get(broken.field()) : "";
        try {
            String message =
                    "%s; lines %d to %d were not read. Close the quote, or double one that belongs to the text, and send the file again"
                            .formatted(broken.reason(), broken.rowLine(), text.lastLine());
            return new Row(
                    broken.rowLine(),
                    Map.of(),
                    List.of(new Violation(column, "UNCLOSED_QUOTE", message)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isGarbled(String text) {
        return text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0;
    }

    private static <R> R reading(Supplier<R> step) {
        try {
            return step.get();
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw new InvalidInput(
                    "", "NOT_CSV", "the file cannot be read as CSV: " + malformed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

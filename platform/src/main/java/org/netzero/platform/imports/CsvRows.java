package org.netzero.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// A CSV file (RFC 4180): in the encoding its media type states, else UTF-8, with or without byte
/// order mark; fields separated by commas, or as its form says.
///
/// A field with bytes of another encoding rejects its row. Columns named in another encoding, or
/// separated by another character, refuse the file. Fields without a name at the end of the first
/// row are none, and further fields of a row that are empty neither. A quote that is not closed
/// rejects its row and ends the reading, see [QuoteWatch].
final class CsvRows implements Rows {

    private static final int MAX_FIELD_CHARACTERS = QuoteWatch.MAX_CHARACTERS;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int BUFFER_CHARACTERS = 1 << 16;

    private static final String NOT_UTF8 =
            "has bytes that are not UTF-8 text (but GBK or UTF-16, perhaps); save the file as 'CSV UTF-8 (comma delimited)', state its encoding (Content-Type: text/csv; charset=GB18030), or send the workbook as XLSX";

    private final QuoteWatch text;
    private final Charset charset;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final NamedTexts.Names header;

    private boolean stopped;

    private CsvRows(
            QuoteWatch text,
            Charset charset,
            CsvReader<CsvRecord> reader,
            Iterator<CsvRecord> rows,
            List<String> header) {
        this.text = text;
        this.charset = charset;
        this.reader = reader;
        this.rows = rows;
        this.header = new NamedTexts.Names(header);
    }

    /// @throws InvalidInput when the first row does not name the columns of this form
    static CsvRows open(InputStream file, Charset charset, RowForm form) {
        return open(file, charset, form.fieldSeparator(), form::check);
    }

    /// @param check refuses a first row by the names in it
    static CsvRows open(
            InputStream file, Charset charset, char separator, Consumer<List<String>> check) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Reader unmarked = withoutMark(new InputStreamReader(file, decoder));
        var text = new QuoteWatch(unmarked, separator);
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
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
                named(
                        first.map(CsvRecord::getFields).orElse(List.of()).stream()
                                .map(String::strip)
                                .toList());
        checkForm(header, charset, separator);
        text.broken()
                .filter(broken -> broken.rowLine() <= first.orElseThrow().getStartingLineNumber())
                .ifPresent(broken -> {
                    throw new InvalidInput("", "UNCLOSED_QUOTE", broken.reason());
                });
        check.accept(header);
        return new CsvRows(text, charset, reader, rows, header);
    }

    /// A byte order mark would stand before the quote of the first name.
    private static Reader withoutMark(Reader file) {
        return reading(() -> {
            var text = new BufferedReader(file, BUFFER_CHARACTERS);
            try {
                text.mark(1);
                if (text.read() != BYTE_ORDER_MARK) {
                    text.reset();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return text;
        });
    }

    /// Spreadsheet programs write the fields of empty columns too.
    private static List<String> named(List<String> names) {
        int count = names.size();
        while (count > 0 && names.get(count - 1).isEmpty()) {
            count--;
        }
        return names.subList(0, count);
    }

    private static void checkForm(List<String> header, Charset charset, char separator) {
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
            throw new InvalidInput("", "NOT_UTF8", "the first row " + garbled(charset));
        }
        String other = separatorIn(first);
        if (header.size() == 1 && !other.isEmpty() && separator == ',') {
            throw new InvalidInput(
                    "",
                    "NOT_COMMA_SEPARATED",
                    "the first row is separated by %s; save the file as 'CSV UTF-8 (comma delimited)' with commas between the fields, or send the workbook as XLSX"
                            .formatted(other));
        }
    }

    private static String separatorIn(String line) {
        if (line.contains(";")) {
            return "semicolons";
        }
        return line.contains("\t") ? "tabs" : "";
    }

    private static String garbled(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? NOT_UTF8
                : "has bytes that are not text in %s, which Content-Type states; state the encoding the file has, or send the workbook as XLSX"
                        .formatted(charset.name());
    }

    @Override
    public List<String> header() {
        return header.inOrder();
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
        var values = new NamedTexts(header, record.getFields());
        var refused = new ArrayList<Violation>();
        boolean fits = fits(record);
        for (int i = 0; fits && i < header.count(); i++) {
            if (isGarbled(record.getField(i))) {
                refused.add(new Violation(header.at(i), "NOT_UTF8", garbled(charset)));
            }
        }
        if (!fits) {
            refused.add(
                    new Violation(
                            "",
                            "COLUMN_COUNT",
                            "the row has %d fields, the first row %d columns; a value with a separator in it needs quotes"
                                    .formatted(record.getFieldCount(), header.count())));
        }
        return new Row(record.getStartingLineNumber(), values, Set.of(), refused);
    }

    private boolean fits(CsvRecord record) {
        for (int i = header.count(); i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return record.getFieldCount() >= header.count();
    }

    /// The row whose quote ends the reading: nobody can tell which lines behind it are rows.
    private Row broken(QuoteWatch.Broken broken) {
        String column = broken.field() < header.count() ? header.at(broken.field()) : "";
        try {
            String message =
                    "%s; lines %d to %d were not read. Close the quote, or double one that belongs to the text, and send the file again"
                            .formatted(broken.reason(), broken.rowLine(), text.lastLine());
            return new Row(
                    broken.rowLine(),
                    Map.of(),
                    Set.of(),
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

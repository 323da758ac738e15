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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// Reads a CSV file row by row in constant memory and hands its rows on in batches, each of which
/// is stored in one transaction. A row that breaks a rule never stops the others.
///
/// @param columns what the first row may name
/// @param read makes a record of a row's fields; throws [InvalidInput] for a row that breaks the
///   rules of its form
/// @param store stores a batch in one transaction and says what became of each record, in order
/// @param <T> the record that a row stands for
public record CsvImport<T>(Columns columns, Function<Fields, T> read, BatchStore<T> store) {

    /// Rows stored in one transaction.
    public static final int BATCH_ROWS = 1_000;

    private static final int MAX_FIELD_CHARACTERS = 100_000;

    /// Stores a batch of records in one transaction.
    @FunctionalInterface
    public interface BatchStore<T> {
        /// @return what became of each record, in the order given
        List<RowOutcome> store(List<T> batch);
    }

    /// @throws InvalidInput when the first row is not one of this kind; nothing is stored then
    public ImportOutcome run(InputStream file) {
        var utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder()
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(16 * MAX_FIELD_CHARACTERS)
                        .ofCsvRecord(new InputStreamReader(file, utf8))) {
            Iterator<CsvRecord> row = rows.iterator();
            if (!row.hasNext()) {
                throw new InvalidInput(
                        "", "EMPTY_FILE", "the file is empty; its first row names the columns");
            }
            List<String> header = headerOf(row.next());
            columns.check(header);
            return new Run(header).over(row);
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw new InvalidInput(
                    "", "NOT_CSV", "the file cannot be read as CSV: " + malformed.getMessage());
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private static List<String> headerOf(CsvRecord first) {
        return first.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    /// One file on its way: the batch being gathered and the counts so far.
    private final class Run {

        private final List<String> header;
        private final List<T> batch = new ArrayList<>(BATCH_ROWS);
        private final List<Long> lines = new ArrayList<>(BATCH_ROWS);
        private final List<RowError> rejected = new ArrayList<>();
        private long accepted;
        private long duplicates;
        private long rejectedRows;

        Run(List<String> header) {
            this.header = header;
        }

        ImportOutcome over(Iterator<CsvRecord> rows) {
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                gather(row);
                if (batch.size() == BATCH_ROWS) {
                    flush();
                }
            }
            flush();
            rejected.sort(Comparator.comparingLong(RowError::line));
            return new ImportOutcome(accepted, duplicates, List.copyOf(rejected), rejectedRows);
        }

        private void gather(CsvRecord row) {
            long line = row.getStartingLineNumber();
            try {
                batch.add(read.apply(fieldsOf(row)));
                lines.add(line);
            } catch (InvalidInput invalid) {
                reject(line, new RowOutcome.Rejected(invalid.violations()));
            }
        }

        private Fields fieldsOf(CsvRecord row) {
            if (row.getFieldCount() != header.size()) {
                throw new InvalidInput(
                        "",
                        "COLUMN_COUNT",
                        "the row has %d fields, the first row %d columns; a value with a comma needs quotes"
                                .formatted(row.getFieldCount(), header.size()));
            }
            Map<String, String> values = HashMap.newHashMap(header.size());
            for (int i = 0; i < header.size(); i++) {
                String value = row.getField(i);
                if (value.indexOf('\uFFFD') >= 0 || value.indexOf('\0') >= 0) {
                    throw new InvalidInput(
                            header.get(i), "NOT_UTF8", "has bytes that are not UTF-8 text");
                }
                values.put(header.get(i), value);
            }
            return new Fields(values);
        }

        private void flush() {
            if (batch.isEmpty()) {
                return;
            }
            List<RowOutcome> outcomes = store.store(List.copyOf(batch));
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case RowOutcome.Accepted stored -> accepted++;
                    case RowOutcome.Duplicate known -> duplicates++;
                    case RowOutcome.Rejected refused -> reject(lines.get(i), refused);
                }
            }
            batch.clear();
            lines.clear();
        }

        private void reject(long line, RowOutcome.Rejected refused) {
            rejectedRows++;
            refused.violations().stream()
                    .limit(Math.max(0, ImportOutcome.MAX_LISTED - rejected.size()))
                    .map(v -> new RowError(line, v.field(), v.code(), v.message()))
                    .forEach(rejected::add);
        }
    }
}

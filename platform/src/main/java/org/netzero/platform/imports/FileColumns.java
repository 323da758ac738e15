package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// What the first row of a file names its columns, and what stands below it: enough to tell which
/// column of a kind each of them is. Nothing is held against a kind, and nothing is stored.
///
/// Of a CSV file the beginning is read, a workbook as a whole, because its directory stands at its
/// end; within the same limits as by an import.
///
/// @param columns in their order
/// @param rows the first ones that are not blank, in the order of the columns; null is a cell
///   without text, such as an error or TRUE
/// @param fieldSeparator of a CSV file, that most often stands in its first row
/// @param sheet of a workbook: the one that an import reads
/// @param sheets of a workbook: all of them
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileColumns(
        List<String> columns,
        List<List<@Nullable String>> rows,
        @Nullable String fieldSeparator,
        @Nullable String sheet,
        @Nullable List<String> sheets) {

    /// Of a CSV file; no first row is longer.
    static final int MAX_BYTES = 1 << 20;

    static final int MAX_COLUMNS = 1_000;

    private static final String SEPARATORS = ",;\t";
    private static final int ROWS = 3;
    private static final int MAX_CHARACTERS = 200;

    /// @throws InvalidInput when no import of any kind could read the file
    public static FileColumns of(ImportFile file) {
        try {
            return file.isWorkbook() ? ofWorkbook(file) : ofCsv(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileColumns ofWorkbook(ImportFile file) throws IOException {
        Spool spool = Spool.of(file.body(), Spool.Limits.USUAL);
        try (XlsxRows rows = XlsxRows.open(spool, FileColumns::check)) {
            return new FileColumns(rows.header(), first(rows), null, rows.sheet(), rows.sheets());
        }
    }

    private static FileColumns ofCsv(ImportFile file) throws IOException {
        Charset charset = file.charset();
        byte[] start = file.body().readNBytes(MAX_BYTES);
        char separator = separator(new String(start, charset));
        try (CsvRows rows =
                CsvRows.open(
                        new ByteArrayInputStream(start), charset, separator, FileColumns::check)) {
            List<List<@Nullable String>> first = first(rows);
            if (start.length == MAX_BYTES && first.size() < ROWS) {
                first = withoutLast(first);
            }
            return new FileColumns(rows.header(), first, String.valueOf(separator), null, null);
        }
    }

    /// The last row of a part of a file may be a part of a row.
    private static List<List<@Nullable String>> withoutLast(List<List<@Nullable String>> rows) {
        if (rows.isEmpty()) {
            throw new InvalidInput(
                    "",
                    "FIRST_ROW_TOO_LONG",
                    "the first row does not end within %d bytes; is this a CSV file?"
                            .formatted(MAX_BYTES));
        }
        return rows.subList(0, rows.size() - 1);
    }

    private static void check(List<String> header) {
        RowForm.checkNamed(header);
        if (header.size() > MAX_COLUMNS) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY_COLUMNS",
                    "the first row has %d columns; at most %d are told"
                            .formatted(header.size(), MAX_COLUMNS));
        }
        var seen = new HashSet<String>();
        List<Violation> repeated =
                header.stream()
                        .filter(column -> !seen.add(column))
                        .distinct()
                        .map(column ->
                                new Violation(
                                        column, "REPEATED_COLUMN", "stands twice in the first row"))
                        .toList();
        if (!repeated.isEmpty()) {
            throw new InvalidInput(repeated);
        }
    }

    private static List<List<@Nullable String>> first(Rows rows) {
        var first = new ArrayList<List<@Nullable String>>();
        while (first.size() < ROWS) {
            Optional<Rows.Row> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            if (!row.get().isBlank()) {
                first.add(texts(rows.header(), row.get()));
            }
        }
        return first;
    }

    private static List<@Nullable String> texts(List<String> header, Rows.Row row) {
        Set<String> refused =
                row.refused().stream().map(Violation::field).collect(Collectors.toSet());
        var texts = new ArrayList<@Nullable String>();
        for (String column : header) {
            @Nullable String text = row.values().get(column);
            texts.add(text == null || refused.contains(column) ? null : shortened(text.strip()));
        }
        return texts;
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = MAX_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /// The one that stands most often in the first row outside quotes; a comma where none does.
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' && begun && !quoted) {
                break;
            }
            begun |= !Character.isWhitespace(character);
            quoted ^= character == '"';
            int separator = SEPARATORS.indexOf(character);
            if (separator >= 0 && !quoted) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}

package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
///   without text, such as an error or TRUE, or one that a short row lacks
/// @param fieldSeparator of a CSV file, that most often stands in its first row
/// @param sheet of a workbook: the one that an import reads
/// @param sheets of a workbook: the first ones, in their order
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

    static final int MAX_NAME_CHARACTERS = 1_000;
    static final int MAX_SHEETS = 100;

    private static final String SEPARATORS = ",;\t";
    private static final int ROWS = 3;
    private static final int MAX_CHARACTERS = 200;

    /// @param spool is closed
    /// @throws InvalidInput when no import of any kind could read the workbook
    static FileColumns ofWorkbook(Spool spool) throws IOException {
        try (XlsxRows rows = XlsxRows.open(spool, FileColumns::check)) {
            List<String> sheets =
                    rows.sheets().stream().limit(MAX_SHEETS).map(FileColumns::shortened).toList();
            return new FileColumns(
                    rows.header(), first(rows, false), null, shortened(rows.sheet()), sheets);
        }
    }

    /// @throws InvalidInput when no import of any kind could read the file
    static FileColumns ofCsv(ImportFile file) throws IOException {
        Charset charset = file.charset();
        byte[] start = file.body().readNBytes(MAX_BYTES + 1);
        boolean cut = start.length > MAX_BYTES;
        char separator = separator(new String(start, charset));
        try (CsvRows rows =
                CsvRows.open(
                        new ByteArrayInputStream(start), charset, separator, FileColumns::check)) {
            return new FileColumns(
                    rows.header(), first(rows, cut), String.valueOf(separator), null, null);
        }
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
        header.stream()
                .filter(column -> column.length() > MAX_NAME_CHARACTERS)
                .findFirst()
                .ifPresent(column -> {
                    throw new InvalidInput(
                            shortened(column),
                            "COLUMN_NAME_TOO_LONG",
                            "has %d characters; a name has at most %d"
                                    .formatted(column.length(), MAX_NAME_CHARACTERS));
                });
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

    /// @param cut whether the file goes on: its last row may then be a part of a row
    private static List<List<@Nullable String>> first(Rows rows, boolean cut) {
        var first = new ArrayList<List<@Nullable String>>();
        Optional<Rows.Row> row = rows.next();
        if (cut && row.isEmpty()) {
            throw new InvalidInput(
                    "",
                    "FIRST_ROW_TOO_LONG",
                    "the first row does not end within %d bytes; is this a CSV file?"
                            .formatted(MAX_BYTES));
        }
        while (row.isPresent() && first.size() < ROWS) {
            Optional<Rows.Row> next = rows.next();
            boolean whole = !cut || next.isPresent();
            if (whole && !row.get().isBlank()) {
                first.add(texts(rows.header(), row.get()));
            }
            row = next;
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

package org.netzero.platform.listing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows under named columns, as an answer to `Accept: text/csv`.
///
/// @param columns the first row
/// @param rows as many cells each as there are columns; an empty text for what is absent
public record CsvTable(List<String> columns, List<List<String>> rows) {

    public static final String MEDIA_TYPE = "text/csv";

    /// A row of values as they are written; an absent one is an empty cell.
    public static List<String> row(@Nullable Object... cells) {
        return Stream.of(cells).map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    /// The file, with CRLF line ends (RFC 4180). A cell that a spreadsheet would take for a formula
    /// is led by an apostrophe.
    public String text() {
        var text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(columns);
        rows.forEach(row -> writer.writeRecord(row.stream().map(CsvTable::harmless).toList()));
        return text.toString();
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}

package org.netzero.emissions.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows under named columns.
///
/// @param columns the first row
/// @param rows one cell per column; an absent value is an empty cell
public record Table(List<String> columns, List<List<String>> rows) {

    public static final String MEDIA_TYPE = "text/csv";

    /// A row of whatever values there are.
    public static List<String> row(@Nullable Object... cells) {
        return Stream.of(cells).map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    public String csv() {
        var text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().build(text)) {
            out.writeRecord(columns);
            rows.forEach(out::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory takes every row", impossible);
        }
        return text.toString();
    }
}

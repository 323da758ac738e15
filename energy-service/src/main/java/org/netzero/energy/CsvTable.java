package org.netzero.energy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Rows under column names, as an answer to `Accept: text/csv`.
///
/// @param columns the first row
/// @param rows as many fields each as there are columns; an empty text for what is absent
public record CsvTable(List<String> columns, List<List<String>> rows) {

    public static final String MEDIA_TYPE = "text/csv";

    /// For an address that answers JSON to those who do not ask.
    public static final String ON_REQUEST = "text/csv;qs=0.5";

    public String text() {
        var text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(columns);
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}

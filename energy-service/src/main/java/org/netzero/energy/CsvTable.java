package org.netzero.energy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/// Rows under column names, as an answer to `Accept: text/csv`.
///
/// @param columns the first row
/// @param rows as many fields each as there are columns; an empty text for what is absent
public record CsvTable(List<String> columns, List<List<String>> rows) {

    public static final String MEDIA_TYPE = "text/csv";

    public String text() {
        var text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().build(text);
        writer.writeRecord(columns);
        rows.forEach(writer::writeRecord);
        return text.toString();
    }
}

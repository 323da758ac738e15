package org.netzero.platform.listing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.json.Decimals;

/// Writes tables row by row, in constant memory.
///
/// - CSV is UTF-8 with CRLF line ends (RFC 4180). A text that a spreadsheet would take for a
///   formula is led by an apostrophe.
/// - XLSX has one sheet. A number is a number cell with all its digits, of which spreadsheet
///   programs keep the first 15; a text is a text cell, which none takes for a formula.
@Provider
@Singleton
@Produces({Table.CSV, Table.XLSX})
public final class TableWriter implements MessageBodyWriter<Tabular> {

    /// What an XLSX sheet can hold, the first row included.
    private static final int MAX_XLSX_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 500;

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Tabular answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        if (mediaType.isCompatible(MediaType.valueOf(Table.XLSX))) {
            writeXlsx(answer.table(), body);
        } else {
            writeCsv(answer.table(), body);
        }
    }

    static void writeCsv(Table table, OutputStream body) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(body, StandardCharsets.UTF_8))) {
            csv.writeRecord(table.columns());
            table.rows()
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(TableWriter::csvCell).toList()));
        }
    }

    private static String csvCell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> Decimals.plain(new BigDecimal(number.toString()));
            default -> harmless(cell.toString());
        };
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    static void writeXlsx(Table table, OutputStream body) throws IOException {
        try (var workbook = new Workbook(body, "Net Zero", null)) {
            Worksheet sheet = workbook.newWorksheet("data");
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.inlineString(0, column, table.columns().get(column));
            }
            Iterator<List<@Nullable Object>> rows = table.rows().iterator();
            for (int line = 1; rows.hasNext(); line++) {
                if (line == MAX_XLSX_ROWS) {
                    throw new IOException(
                            "an XLSX sheet ends at row %d; ask for CSV".formatted(MAX_XLSX_ROWS));
                }
                writeRow(sheet, line, rows.next());
                if (line % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void writeRow(Worksheet sheet, int line, List<@Nullable Object> row) {
        for (int column = 0; column < row.size(); column++) {
            switch (row.get(column)) {
                case null -> {}
                case Number number -> sheet.value(line, column, new BigDecimal(number.toString()));
                case Object text -> sheet.inlineString(line, column, text.toString());
            }
        }
    }
}

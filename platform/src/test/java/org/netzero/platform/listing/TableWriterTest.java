package org.netzero.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableWriterTest {

    private static final List<String> COLUMNS = List.of("name", "value");

    private static String csv(Object name, @Nullable Object value) throws IOException {
        var file = new ByteArrayOutputStream();
        TableWriter.writeCsv(Table.of(COLUMNS, List.of(1), any -> Table.row(name, value)), file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<Row> xlsx(Table table) throws IOException {
        var file = new ByteArrayOutputStream();
        TableWriter.writeXlsx(table, file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsMadeHarmlessInCsv() throws IOException {
        assertThat(csv("=1+1", null)).isEqualTo("name,value\r\n'=1+1,\r\n");
    }

    @Test
    void numbersHaveNoExponentInCsvAndNegativeOnesNoApostrophe() throws IOException {
        assertThat(csv(new BigDecimal("-1E+3"), 0.00005)).endsWith("\r\n-1000,0.00005\r\n");
    }

    @Test
    void numbersStayNumbersAndTextsTextsInXlsx() throws IOException {
        // Given
        var digits = new BigDecimal("2399228928.123456789012");
        // When
        List<Row> rows =
                xlsx(
                        Table.of(
                                COLUMNS,
                                List.of("=1+1", "007", "北京 <&>"),
                                text -> Table.row(text, digits)));
        // Then
        assertThat(rows.subList(1, 4))
                .extracting(row -> row.getCell(0).asString())
                .containsExactly("=1+1", "007", "北京 <&>");
        assertThat(rows.subList(1, 4))
                .extracting(row -> row.getCell(1))
                .allMatch(cell -> cell.getType() == CellType.NUMBER)
                .extracting(Cell::asNumber)
                .allMatch(digits::equals);
    }

    @Test
    void whatIsAbsentIsAnEmptyCellInXlsx() throws IOException {
        List<Row> rows = xlsx(Table.of(COLUMNS, List.of(1), any -> Table.row("a", null)));
        assertThat(rows.get(1).getOptionalCell(1)).isEmpty();
    }

    @Test
    void moreRowsThanAreHeldInMemoryAreAllWritten() throws IOException {
        List<Integer> numbers = IntStream.range(0, 1_777).boxed().toList();
        List<Row> rows = xlsx(Table.of(COLUMNS, numbers, n -> Table.row("n" + n, n)));
        assertThat(rows).hasSize(1_778);
        assertThat(rows.getLast().getCell(1).asNumber()).isEqualByComparingTo("1776");
    }
}

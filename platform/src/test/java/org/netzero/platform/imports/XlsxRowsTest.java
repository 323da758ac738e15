package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

class XlsxRowsTest {

    private static final Columns COLUMNS = Columns.of("a", "b?");

    private static final String HEADER =
            "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='inlineStr'><is><t>b</t></is></c></row>";

    private static List<Rows.Row> read(byte[] file) throws IOException {
        return read(file, Spool.Limits.USUAL);
    }

    private static List<Rows.Row> read(byte[] file, Spool.Limits limits) throws IOException {
        var read = new ArrayList<Rows.Row>();
        try (Rows rows =
                XlsxRows.open(new ByteArrayInputStream(file), RowForm.of(COLUMNS), limits)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
            }
        }
        return read;
    }

    private static List<Rows.Row> readRows(String rows) throws IOException {
        return read(WorkbookFile.of(HEADER + rows).bytes());
    }

    private static Rows.Row cell(String cell) throws IOException {
        return readRows("<row r='2'>" + cell + "</row>").getFirst();
    }

    @Test
    void aWorkbookOfAWriterIsReadWithSharedTextsNumbersAndDates() throws IOException {
        // Given
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", null)) {
            workbook.newWorksheet("empty");
            var sheet = workbook.newWorksheet("data");
            sheet.value(2, 0, "b");
            sheet.value(2, 1, "a");
            sheet.value(3, 0, LocalDate.of(2021, 3, 14));
            sheet.style(3, 0).format("yyyy-MM-dd").set();
            sheet.value(3, 1, "北京, \"x\"");
            sheet.value(5, 1, 1234567.25);
            sheet.style(5, 1).format("#,##0.00").set();
        }
        // When
        List<Rows.Row> rows =
                read(file.toByteArray()).stream().filter(row -> !row.isBlank()).toList();
        // Then
        assertThat(rows).extracting(Rows.Row::line).containsExactly(4L, 6L);
        assertThat(rows)
                .extracting(row -> row.values().get("a"))
                .containsExactly("北京, \"x\"", "1234567.25");
        assertThat(rows.getFirst().values()).containsEntry("b", "2021-03-14");
    }

    @ParameterizedTest
    @CsvSource({
        "1.1000000000000001, 1.1",
        "0.30000000000000004, 0.3",
        "1.5E-3, 0.0015",
        "1E3, 1000",
        "2021, 2021",
        "123456789012345678901.25, 123456789012345678901.25",
        "0.123456789012345678, 0.123456789012345678",
        "3.3333333333333335, 3.333333333333",
        "0.33333333333333331, 0.333333333333",
        "0.0000000000015, 0.0000000000015",
        "1.2345678901234567E-20, 0.0000000000000000000123456789012346",
    })
    void aNumberIsItsDigitsAsStoredWithoutTheNoiseOfBinaryNumbers(String stored, String text)
            throws IOException {
        assertThat(cell("<c r='A2' s='3'><v>%s</v></c>".formatted(stored)).values())
                .containsEntry("a", text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1900-01-01",
        "1, 59, 1900-02-28",
        "1, 61, 1900-03-01",
        "1, 44269, 2021-03-14",
        "4, 44269, 2021-03-14",
        "2, 44269.333333333336, 2021-03-14T08:00",
        "2, 44269.99999999999, 2021-03-15",
        "1, 2958465, 9999-12-31",
    })
    void aDateIsTheDayOfItsSerialNumber(int style, String serial, String date) throws IOException {
        assertThat(cell("<c r='A2' s='%d'><v>%s</v></c>".formatted(style, serial)).values())
                .containsEntry("a", date);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1904-01-01", "1, 42807, 2021-03-14", "true, 42807, 2021-03-14"})
    void theDateSystemOf1904IsKept(String flag, String serial, String date) throws IOException {
        var file =
                WorkbookFile.withProperties(
                        "date1904='%s'".formatted(flag),
                        HEADER
                                + "<row r='2'><c r='A2' s='1'><v>%s</v></c></row>"
                                        .formatted(serial));
        assertThat(read(file.bytes()).getFirst().values()).containsEntry("a", date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='A2' t='b'><v>1</v></c> | BOOLEAN_CELL | format the cell as text",
                "<c r='A2' t='b'><f>1=1</f><v>1</v></c> | BOOLEAN_CELL | format the cell as text",
                "<c r='A2' t='e'><v>#N/A</v></c> | ERROR_CELL | '#N/A'",
                "<c r='A2' t='e'><f>1/0</f><v>#DIV/0!</v></c> | ERROR_CELL | '#DIV/0!'",
                "<c r='A2'><f>B2*2</f></c> | NO_VALUE | save it",
                "<c r='A2' s='1'><v>60</v></c> | NOT_A_DATE | no day of the calendar",
                "<c r='A2' s='1'><v>-1</v></c> | NOT_A_DATE | '-1'",
                "<c r='A2' s='2'><v>0.5</v></c> | NOT_A_DATE | '0.5'",
                "<c r='A2'><v>abc</v></c> | ERROR_CELL | 'abc'",
            })
    void aCellWithoutTextRejectsItsRowAndSaysWhatToDo(String xml, String code, String part)
            throws IOException {
        assertThat(cell(xml).refused())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("a");
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.message()).startsWith("cell A2 ").contains(part);
                });
    }

    @Test
    void aFormulaIsItsStoredValue() throws IOException {
        assertThat(cell("<c r='A2'><f>1+1</f><v>2</v></c>").values()).containsEntry("a", "2");
        assertThat(cell("<c r='A2' t='str'><f>X1</f><v>kWh</v></c>").values())
                .containsEntry("a", "kWh");
        assertThat(cell("<c r='A2' t='str'><f>X1</f><v></v></c>").isBlank()).isTrue();
    }

    @Test
    void aValueUnderNoColumnRejectsItsRowAndAnUnnamedColumnTheFile() throws IOException {
        assertThat(cell("<c r='A2'><v>1</v></c><c r='D2'><v>1</v></c>").refused())
                .extracting(Violation::message)
                .singleElement()
                .asString()
                .contains("cell D2");
        var merged =
                "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='C1' t='inlineStr'><is><t>b</t></is></c></row>";
        assertThatThrownBy(() -> read(WorkbookFile.of(merged).bytes()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cell B1 is empty")
                .hasMessageContaining("undo merged cells");
    }

    private static String text(String cell, String text) {
        return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(cell, text);
    }

    @Test
    void aTitleMergedOverTheColumnsIsNoFirstRow() {
        String titled =
                "<row r='1'>%s<c r='B1' s='1'/></row>%s"
                        .formatted(text("A1", "Report 2021"), HEADER.replace("'1'", "'2'"));
        assertThatThrownBy(() -> read(WorkbookFile.of(titled).bytes()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unknown column 'Report 2021'");
    }

    @Test
    void aColumnThatStandsTwiceRefusesTheFileByName() {
        String twice = "<row r='1'>" + text("A1", "a") + text("B1", "a") + "</row>";
        assertThatThrownBy(() -> read(WorkbookFile.of(twice).bytes()))
                .hasMessageContaining("a: stands twice");
    }

    @Test
    void styledCellsBehindTheLastColumnAreNoColumns() throws IOException {
        String header = HEADER.replace("</row>", "<c r='C1' s='1'/></row>");
        assertThat(
                        read(
                                WorkbookFile.of(
                                                header
                                                        + "<row r='2'><c r='A2'><v>1</v></c><c r='C2' s='1'/></row>")
                                        .bytes()))
                .singleElement()
                .satisfies(row -> assertThat(row.refused()).isEmpty());
    }

    @Test
    void numbersAndDatesAreTypedAndWhatSomebodyWroteAsTextIsNot() throws IOException {
        assertThat(cell("<c r='A2'><v>1</v></c>" + text("B2", "1")).typed()).containsExactly("a");
        assertThat(cell("<c r='A2' s='1'><v>44269</v></c>").typed()).containsExactly("a");
        assertThat(cell("<c r='A2'><f>1+1</f><v>2</v></c>").typed()).containsExactly("a");
        assertThat(cell("<c r='A2' t='str'><f>X1</f><v>1</v></c>").typed()).isEmpty();
    }

    @Test
    void rowsOfTheLongestSheetAreCountedBeforeTheyAreRead() throws IOException {
        Path file = Files.createTempFile("rows", ".xlsx");
        Files.write(
                file,
                WorkbookFile.of(HEADER, HEADER + "<row r='2'></row><x:row r='3'></x:row><row/>")
                        .bytes());
        try (Spool spool = Spool.at(file, Spool.Limits.USUAL)) {
            assertThat(spool.rows()).isEqualTo(3);
        }
        assertThat(file).exists();
        Files.delete(file);
    }

    @Test
    void emptyRowsAndStyledEmptyCellsAreBlank() throws IOException {
        assertThat(readRows("<row r='2'><c r='A2' s='1'/></row><row r='9'/>"))
                .allMatch(Rows.Row::isBlank);
    }

    @Test
    void whatIsNoWorkbookIsRefusedAndLeavesNoFile() throws IOException {
        Set<Path> before = spooled();
        byte[] whole = WorkbookFile.of(HEADER).bytes();
        for (byte[] file :
                List.of(
                        new byte[0],
                        "a,b\n1,2".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Arrays.copyOf(whole, whole.length / 2),
                        WorkbookFile.of(HEADER).without("xl/workbook.xml").bytes(),
                        WorkbookFile.of("<row r='1'><c r='A1'").bytes())) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cannot be read as XLSX")
                    .hasMessageContaining("Excel workbook (*.xlsx)");
        }
        assertThatThrownBy(() -> read(WorkbookFile.of("", "<row r='1'/>").bytes()))
                .hasMessageContaining("no sheet of the workbook has rows");
        assertThat(spooled()).isEqualTo(before);
    }

    @Test
    void aWorkbookThatBreaksOffIsRefusedWhereItDoes() {
        assertThatThrownBy(
                        () -> readRows("<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><oops"))
                .hasMessageContaining("cannot be read as XLSX");
    }

    @Test
    void aWorkbookWithoutStylesIsRead() throws IOException {
        var file =
                WorkbookFile.of(HEADER + "<row r='2'><c r='A2'><v>7</v></c></row>")
                        .without("xl/styles.xml");
        assertThat(read(file.bytes()).getFirst().values()).containsEntry("a", "7");
    }

    @Test
    void everyLimitIsNamedInItsRefusal() throws IOException {
        Set<Path> before = spooled();
        byte[] file = WorkbookFile.of(HEADER + " ".repeat(10_000)).bytes();
        assertThatThrownBy(() -> read(file, new Spool.Limits(100, 100_000, 1_000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the file has more than the 100 bytes allowed");
        assertThatThrownBy(() -> read(file, new Spool.Limits(100_000, 5_000, 1_000)))
                .hasMessageContaining("unpacked, has more than the 5000 bytes allowed");
        assertThat(spooled()).isEqualTo(before);
    }

    @Test
    void aBombIsRefusedBeforeItIsRead() {
        byte[] bomb = WorkbookFile.of(HEADER + " ".repeat(20 << 20)).bytes();
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sheet1.xml', unpacked, has more than the 16777216 bytes");
    }

    private static Set<Path> spooled() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("netzero-import-"))
                    .collect(Collectors.toSet());
        }
    }
}

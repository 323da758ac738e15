package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

class FileColumnsTest {

    private static final String NAMES =
            "<row r='1'><c r='A1' t='inlineStr'><is><t>Beleg</t></is></c><c r='B1' t='inlineStr'><is><t>Menge</t></is></c></row>";

    private static FileColumns of(byte[] file, String mediaType) {
        var sent = new ImportFile(MediaType.valueOf(mediaType), new ByteArrayInputStream(file));
        try {
            return sent.isWorkbook()
                    ? FileColumns.ofWorkbook(Spool.of(sent.body(), Spool.Limits.USUAL))
                    : FileColumns.ofCsv(sent);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileColumns csv(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), Table.CSV);
    }

    private static AbstractThrowableAssert<?, ?> refused(byte[] file, String mediaType) {
        return assertThatThrownBy(() -> of(file, mediaType)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aWorkbookIsToldByTheSheetThatAnImportReads() throws IOException {
        // Given
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", null)) {
            workbook.newWorksheet("Deckblatt");
            var sheet = workbook.newWorksheet("März");
            sheet.value(1, 0, "Beleg");
            sheet.value(1, 1, " Menge ");
            sheet.value(1, 2, "Datum");
            sheet.value(2, 0, "A-1");
            sheet.value(2, 1, 1234.5);
            sheet.value(2, 2, LocalDate.of(2021, 3, 14));
            sheet.style(2, 2).format("dd.mm.yyyy").set();
            sheet.value(4, 0, "A-2");
            sheet.value(4, 1, true);
            workbook.newWorksheet("Notizen").value(0, 0, "x");
        }
        // When
        FileColumns told = of(file.toByteArray(), Table.XLSX);
        // Then
        assertThat(told.columns()).containsExactly("Beleg", "Menge", "Datum");
        assertThat(told.rows())
                .satisfiesExactly(
                        first -> assertThat(first).containsExactly("A-1", "1234.5", "2021-03-14"),
                        second -> assertThat(second).containsExactly("A-2", null, ""));
        assertThat(told.sheet()).isEqualTo("März");
        assertThat(told.sheets()).containsExactly("Deckblatt", "März", "Notizen");
        assertThat(told.fieldSeparator()).isNull();
    }

    @Test
    void theSeparatorOfACsvFileIsTheOneThatStandsMostOftenOutsideQuotes() {
        FileColumns told = csv("\uFEFF\"Menge, in m3; netto\";Ort;\"a\"\"b\"\n1.234,5;\"x;y\";\n");

        assertThat(told.columns()).containsExactly("Menge, in m3; netto", "Ort", "a\"b");
        assertThat(told.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly("1.234,5", "x;y", ""));
        assertThat(told.fieldSeparator()).isEqualTo(";");
        assertThat(csv("a\tb,c\td\n").fieldSeparator()).isEqualTo("\t");
        assertThat(csv("a\n").fieldSeparator()).isEqualTo(",");
    }

    @Test
    void theEncodingIsTheOneThatTheMediaTypeStates() {
        byte[] file = "编号,数量\nA-1,5\n".getBytes(Charset.forName("GB18030"));

        assertThat(of(file, "text/csv; charset=GB18030").columns()).containsExactly("编号", "数量");
        refused(file, Table.CSV).extracting("violations").asString().contains("NOT_UTF8");
        refused(file, "text/csv; charset=KLINGON")
                .extracting("violations")
                .asString()
                .contains("UNKNOWN_CHARSET");
    }

    @Test
    void onlyTheBeginningOfACsvFileIsRead() {
        String row = "x".repeat(90_000) + ",1\n";

        FileColumns told = csv("a,b\n" + row.repeat(20));

        assertThat(told.rows()).hasSize(3);
        assertThat(told.rows().getFirst().getFirst()).hasSize(200).endsWith("x…");
    }

    @Test
    void aRowThatTheEndOfTheBeginningCutsIsLeftOut() {
        String field = "x".repeat(90_000);
        String row = String.join(",", field, field, field, field, field, field) + "\n";

        assertThat(csv("a,b,c,d,e,f\n" + row.repeat(3)).rows()).hasSize(1);
        assertThat(csv("a,b,c,d,e,f\n1,2,3,4,5,6\n" + row.repeat(2)).rows()).hasSize(2);
        refused(
                        String.join(",", Collections.nCopies(2_000, "column"))
                                .getBytes(StandardCharsets.UTF_8),
                        Table.CSV)
                .extracting("violations")
                .asString()
                .contains("TOO_MANY_COLUMNS");
    }

    @Test
    void theThirdRowIsLeftOutWhereItIsCutAndShownWhereTheFileEndsWithIt() {
        String begun =
                "a,b,c,d,e,f,g,h,i,j,k,l\n"
                        + "1,2,3,4,5,6,7,8,9,10,11,12\n".repeat(2)
                        + ("x".repeat(90_000) + ",").repeat(11);
        String whole = begun + "x".repeat(FileColumns.MAX_BYTES - begun.length());

        assertThat(csv(whole).rows()).hasSize(3);
        assertThat(csv(whole + "x").rows()).hasSize(2);
    }

    @Test
    void aFieldThatAShortRowLacksIsNull() {
        assertThat(csv("a,b\n1\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly("1", null));
    }

    @Test
    void aNameThatIsTooLongIsRefusedAndOfManySheetsTheFirstAreTold() {
        String longest = "x".repeat(FileColumns.MAX_NAME_CHARACTERS);
        String[] sheets =
                Collections.nCopies(FileColumns.MAX_SHEETS + 1, NAMES).toArray(new String[0]);

        assertThat(csv(longest + ",b\n").columns()).containsExactly(longest, "b");
        refused((longest + "x,b\n").getBytes(StandardCharsets.UTF_8), Table.CSV)
                .extracting("violations")
                .asString()
                .contains("COLUMN_NAME_TOO_LONG");
        assertThat(of(WorkbookFile.of(sheets).bytes(), Table.XLSX).sheets())
                .hasSize(FileColumns.MAX_SHEETS);
    }

    @Test
    void aFirstRowWithoutAnEndIsRefused() {
        refused(("\"a\",b" + " ".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8), Table.CSV)
                .extracting("violations")
                .asString()
                .contains("FIRST_ROW_TOO_LONG");
    }

    static Stream<Arguments> filesOfNoColumns() {
        var bomb = new LinkedHashMap<>(WorkbookFile.of(NAMES).parts());
        bomb.put("xl/media/image1.png", " ".repeat(17 << 20));
        // what a workbook with a password is packed in
        byte[] protectedFile = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600));
        return Stream.of(
                Arguments.of("no file", new byte[0], "NOT_XLSX"),
                Arguments.of("a picture", "\u0089PNG".getBytes(StandardCharsets.UTF_8), "NOT_XLSX"),
                Arguments.of("with a password", protectedFile, "without a password"),
                Arguments.of(
                        "another zip file",
                        WorkbookFile.of(NAMES).without("xl/workbook.xml").bytes(),
                        "NOT_XLSX"),
                Arguments.of("a zip bomb", new WorkbookFile(bomb).bytes(), "FILE_TOO_LARGE"),
                Arguments.of("empty sheets", WorkbookFile.of("", "").bytes(), "EMPTY_FILE"),
                Arguments.of(
                        "a merged cell in the first row",
                        WorkbookFile.of(
                                        "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='C1' t='inlineStr'><is><t>c</t></is></c></row>")
                                .bytes(),
                        "UNNAMED_COLUMN"),
                Arguments.of(
                        "a name that stands twice",
                        WorkbookFile.of(NAMES.replace("Menge", "Beleg")).bytes(),
                        "REPEATED_COLUMN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesOfNoColumns")
    void whatNoImportCouldReadIsRefusedWithTheReason(String what, byte[] file, String reason) {
        refused(file, Table.XLSX).extracting("violations").asString().contains(reason);
    }
}

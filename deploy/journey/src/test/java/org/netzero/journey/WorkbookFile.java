package org.netzero.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An XLSX file as a spreadsheet program saves it, its cells texts.
final class WorkbookFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    private WorkbookFile() {}

    /// @param sheets the rows of each sheet by its name
    static void write(Path file, Map<String, List<List<String>>> sheets) throws IOException {
        var names = new StringBuilder();
        var relations = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>();
        sheets.forEach((name, rows) -> {
            int number = parts.size() + 1;
            names.append("<sheet name='%s' sheetId='%d' r:id='r%2$d'/>".formatted(name, number));
            relations.append(
                    "<Relationship Id='r%1$d' Type='%2$s/worksheet' Target='worksheets/sheet%1$d.xml'/>"
                            .formatted(number, OFFICE));
            parts.put("xl/worksheets/sheet%d.xml".formatted(number), sheet(rows));
        });
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='%s/content-types'><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"
                        .formatted(PACKAGE));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, OFFICE, names));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='%s/relationships'>%s</Relationships>"
                        .formatted(PACKAGE, relations));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String sheet(List<List<String>> rows) {
        var xml = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r='%d'>%s</row>".formatted(row + 1, cells(rows.get(row), row + 1)));
        }
        return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, xml);
    }

    private static String cells(List<String> texts, int row) {
        return IntStream.range(0, texts.size())
                .mapToObj(column ->
                        "<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>"
                                .formatted('A' + column, row, texts.get(column)))
                .collect(Collectors.joining());
    }
}

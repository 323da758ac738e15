package org.netzero.platform.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written by hand, for what no writer writes. Style 1 is a date, 2 a date and time in a
/// format of its own, 3 a number in red with the unit "days", 4 the built-in Chinese date.
record WorkbookFile(Map<String, String> parts) {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// @param sheets the rows of each sheet as XML
    static WorkbookFile of(String... sheets) {
        return of("", sheets);
    }

    /// @param properties attributes of `workbookPr`
    static WorkbookFile withProperties(String properties, String... sheets) {
        return of(properties, sheets);
    }

    private static WorkbookFile of(String properties, String[] sheets) {
        var parts = new LinkedHashMap<String, String>();
        var names = new StringBuilder();
        var relations = new StringBuilder();
        for (int i = 1; i <= sheets.length; i++) {
            names.append("<sheet name='s%1$d' sheetId='%1$d' r:id='r%1$d'/>".formatted(i));
            relations.append(
                    "<Relationship Id='r%1$d' Type='t' Target='worksheets/sheet%1$d.xml'/>"
                            .formatted(i));
            parts.put(
                    "xl/worksheets/sheet%d.xml".formatted(i),
                    "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
                            .formatted(MAIN, sheets[i - 1]));
        }
        parts.put(
                "[Content_Types].xml",
                """
                <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
                <Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>
                <Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>
                </Types>\
                """);
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><workbookPr %s/><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, properties, names));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>"
                        .formatted(relations));
        parts.put(
                "xl/styles.xml",
                """
                <styleSheet xmlns='%s'><numFmts>
                <numFmt numFmtId='164' formatCode='dd.mm.yyyy hh:mm'/>
                <numFmt numFmtId='165' formatCode='[Red]#,##0.00 "days"'/></numFmts>
                <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='31'/></cellXfs>
                </styleSheet>\
                """
                        .formatted(MAIN));
        return new WorkbookFile(parts);
    }

    WorkbookFile without(String part) {
        var fewer = new LinkedHashMap<>(parts);
        fewer.remove(part);
        return new WorkbookFile(fewer);
    }

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ofNoFile) {
            throw new UncheckedIOException(ofNoFile);
        }
        return file.toByteArray();
    }
}

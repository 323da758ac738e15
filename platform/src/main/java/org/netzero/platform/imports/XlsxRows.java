package org.netzero.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// An XLSX workbook: the first sheet that has rows, its first row with values naming the columns.
/// The other sheets are not read.
///
/// What a cell holds becomes text as [CellText] says; a cell that has none rejects its row, or the
/// file when it is to name a column. An unnamed column between others refuses the file: the rest of
/// a merged cell looks like that. Lines are the sheet's row numbers.
final class XlsxRows implements Rows {

    private final Spool spool;
    private final ReadableWorkbook workbook;
    private final CellText texts;
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> header;

    /// @throws InvalidInput when the file is no XLSX, too large, or does not name these columns
    static XlsxRows open(InputStream file, RowForm form, Spool.Limits limits) throws IOException {
        return open(Spool.of(file, limits), form);
    }

    /// @throws InvalidInput when the file does not name these columns
    static XlsxRows open(Spool spool, RowForm form) throws IOException {
        return open(spool, form::check);
    }

    /// @param check refuses a first row by the names in it
    static XlsxRows open(Spool spool, Consumer<List<String>> check) throws IOException {
        boolean usable = false;
        try {
            XlsxRows rows = new XlsxRows(spool, check);
            usable = true;
            return rows;
        } finally {
            if (!usable) {
                spool.close();
            }
        }
    }

    private XlsxRows(Spool spool, Consumer<List<String>> check) throws IOException {
        this.spool = spool;
        this.workbook =
                reading(() ->
                        new ReadableWorkbook(
                                spool.file().toFile(),
                                new ReadingOptions(spool.hasStyles(), true)));
        boolean usable = false;
        try {
            this.texts = new CellText(workbook.isDate1904());
            this.sheet = reading(this::firstSheetWithRows);
            this.stream = reading(sheet::openStream);
            this.rows = stream.iterator();
            this.header = readHeader();
            check.accept(header);
            usable = true;
        } finally {
            if (!usable) {
                workbook.close();
            }
        }
    }

    private Sheet firstSheetWithRows() throws IOException {
        for (Sheet each : workbook.getSheets().toList()) {
            try (Stream<org.dhatim.fastexcel.reader.Row> all = each.openStream()) {
                if (all.anyMatch(XlsxRows::hasValues)) {
                    return each;
                }
            }
        }
        throw new InvalidInput(
                "",
                "EMPTY_FILE",
                "no sheet of the workbook has rows; the first row names the columns");
    }

    private static boolean hasValues(org.dhatim.fastexcel.reader.Row row) {
        return row.stream().anyMatch(XlsxRows::isFilled);
    }

    /// Rows have null where a sheet has no cell.
    private static boolean isFilled(@Nullable Cell cell) {
        return cell != null
                && (cell.getFormula() != null
                        || (cell.getRawValue() != null && !cell.getRawValue().isBlank()));
    }

    private List<String> readHeader() {
        org.dhatim.fastexcel.reader.Row first =
                reading(() -> {
                    org.dhatim.fastexcel.reader.Row row = rows.next();
                    while (!hasValues(row)) {
                        row = rows.next();
                    }
                    return row;
                });
        var names = new ArrayList<String>();
        for (Cell cell : filled(first)) {
            if (names.size() < cell.getColumnIndex()) {
                throw new InvalidInput(
                        "",
                        "UNNAMED_COLUMN",
                        "cell %s is empty; the first row names every column in a cell of its own, so undo merged cells there"
                                .formatted(address(first, names.size())));
            }
            names.add(texts.of("", cell).strip());
        }
        return names;
    }

    private static List<Cell> filled(org.dhatim.fastexcel.reader.Row row) {
        return row.stream().filter(XlsxRows::isFilled).toList();
    }

    private static String address(org.dhatim.fastexcel.reader.Row row, int column) {
        return new CellAddress(row.getRowNum() - 1, column).toString();
    }

    @Override
    public List<String> header() {
        return header;
    }

    /// The name of the sheet that is read.
    String sheet() {
        return sheet.getName();
    }

    /// The names of all sheets, in their order.
    List<String> sheets() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    @Override
    public Optional<Row> next() {
        return reading(() -> rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty());
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        Map<String, String> values = HashMap.newHashMap(header.size());
        header.forEach(column -> values.put(column, ""));
        Set<String> typed = new HashSet<>();
        var refused = new ArrayList<Violation>();
        for (Cell cell : filled(row)) {
            int column = cell.getColumnIndex();
            try {
                if (column >= header.size()) {
                    throw new InvalidInput(
                            "",
                            "COLUMN_COUNT",
                            "cell %s has a value under no column; remove it, or name the column"
                                    .formatted(cell.getAddress()));
                }
                values.put(header.get(column), texts.of(header.get(column), cell));
                if (CellText.isNumber(cell)) {
                    typed.add(header.get(column));
                }
            } catch (InvalidInput noText) {
                refused.addAll(noText.violations());
            }
        }
        return new Row(row.getRowNum(), values, typed, refused);
    }

    /// The library answers a broken workbook with whatever broke inside it.
    private static <R> R reading(Callable<R> step) {
        try {
            return step.call();
        } catch (InvalidInput refused) {
            throw refused;
        } catch (Exception broken) {
            throw Spool.notXlsx(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        try (spool;
                workbook) {
            stream.close();
        }
    }
}

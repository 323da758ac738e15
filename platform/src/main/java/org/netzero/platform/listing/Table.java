package org.netzero.platform.listing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows under named columns: an answer to those who ask for a file.
///
/// @param columns the first row
/// @param rows as many cells each as there are columns; read once. A number is a number in the file
///   too, everything else its text, and null an empty cell
public record Table(List<String> columns, Stream<List<@Nullable Object>> rows) implements Tabular {

    public static final String CSV = "text/csv";

    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static <T> Table of(
            List<String> columns, List<T> items, Function<T, List<@Nullable Object>> row) {
        return new Table(columns, items.stream().map(row));
    }

    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    @Override
    public Table table() {
        return this;
    }
}

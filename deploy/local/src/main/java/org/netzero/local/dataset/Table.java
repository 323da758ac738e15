package org.netzero.local.dataset;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table for a terminal: texts to the left, numbers to the right, each column as wide as its
/// widest cell.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        rows.add(List.of(columns));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintStream out) {
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(column -> widest(column)).toArray();
        for (List<String> row : rows) {
            var line = new StringBuilder(" ");
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                String gap = " ".repeat(widths[column] - cell.length());
                line.append(' ').append(isText(column) ? cell + gap : gap + cell).append(' ');
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int widest(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean isText(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .anyMatch(cell -> !cell.isEmpty() && Character.isLetter(cell.charAt(0)));
    }
}

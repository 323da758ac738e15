package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// What the rows of a file are to look like: those of its kind, as they are or by way of a mapping.
record RowForm(Columns columns, Optional<ColumnMapping> mapping) {

    static RowForm of(Columns columns) {
        return new RowForm(columns, Optional.empty());
    }

    char fieldSeparator() {
        return mapping.map(ColumnMapping::separator).orElse(',');
    }

    /// @throws InvalidInput naming every column that has no name, is unknown, repeated or missing
    void check(List<String> header) {
        checkNamed(header);
        if (mapping.isPresent()) {
            mapping.get().check(header, columns);
        } else {
            columns.check(header);
        }
    }

    /// @throws InvalidInput naming every column that has no name
    static void checkNamed(List<String> header) {
        var unnamed = new ArrayList<Violation>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty()) {
                unnamed.add(
                        new Violation(
                                "",
                                "UNNAMED_COLUMN",
                                "column %d has no name in the first row; name it, or remove it"
                                        .formatted(i + 1)));
            }
        }
        if (!unnamed.isEmpty()) {
            throw new InvalidInput(unnamed);
        }
    }

    /// The row under the columns of its kind.
    Rows.Row read(Rows.Row row) {
        return mapping.map(rules -> rules.read(row)).orElse(row);
    }

    /// What the file calls a column of its kind.
    String columnOfFile(String column) {
        return mapping.map(rules -> rules.sourceOf(column)).orElse(column);
    }
}

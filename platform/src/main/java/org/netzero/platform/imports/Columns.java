package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The columns of one kind of import, in the order of its template. The order in a file is free.
///
/// @param names every column of the template
/// @param optional those a file may leave out and a row may leave empty
/// @param correctable whether a file may have the column [#SUPERSEDES] besides
public record Columns(
        SequencedSet<String> names, SequencedSet<String> optional, boolean correctable)
        implements Tabular {

    /// Names the record that a row corrects. Only corrections have it, so templates leave it out.
    public static final String SUPERSEDES = "supersedes";

    /// Reads `siteId, name, province?`: a question mark makes a column optional.
    public static Columns of(String... described) {
        SequencedSet<String> names = new LinkedHashSet<>();
        SequencedSet<String> optional = new LinkedHashSet<>();
        for (String column : described) {
            String name = column.endsWith("?") ? column.substring(0, column.length() - 1) : column;
            names.add(name);
            if (column.endsWith("?")) {
                optional.add(name);
            }
        }
        return new Columns(names, optional, false);
    }

    /// The same columns for records that other records may supersede.
    public Columns withCorrections() {
        return new Columns(names, optional, true);
    }

    /// Every column that a file may have.
    public List<String> all() {
        var all = new ArrayList<>(names);
        if (correctable) {
            all.add(SUPERSEDES);
        }
        return List.copyOf(all);
    }

    /// An empty file of this kind, its template.
    @Override
    public Table table() {
        return new Table(List.copyOf(names), Stream.empty());
    }

    /// Those that every file has.
    List<String> mandatory() {
        return names.stream().filter(name -> !optional.contains(name)).toList();
    }

    /// @throws InvalidInput naming every unknown, repeated and missing column
    void check(List<String> header) {
        var violations = new ArrayList<Violation>();
        List<String> known = all();
        var seen = new LinkedHashSet<String>();
        for (String column : header) {
            if (!known.contains(column)) {
                violations.add(
                        violation(
                                column,
                                "UNKNOWN_COLUMN",
                                "unknown column '%s'; known here: %s"
                                        .formatted(column, String.join(", ", known))));
            } else if (!seen.add(column)) {
                violations.add(
                        violation(column, "REPEATED_COLUMN", "stands twice in the first row"));
            }
        }
        for (String column : mandatory()) {
            if (!seen.contains(column)) {
                violations.add(
                        violation(
                                column,
                                "MISSING_COLUMN",
                                "column '%s' is missing in the first row".formatted(column)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private static Violation violation(String column, String code, String message) {
        return new Violation(column, code, message);
    }
}

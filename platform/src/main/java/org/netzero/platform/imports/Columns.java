package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The columns of one kind of import, in the order of its template. The order in a file is free.
///
/// @param inTemplate every column of the template
/// @param correctable whether a file may have the column [#SUPERSEDES] besides
public record Columns(List<Column> inTemplate, boolean correctable) implements Tabular {

    /// Names the record that a row corrects. Only corrections have it, so templates leave it out.
    public static final String SUPERSEDES = "supersedes";

    /// The column of many kinds that says where a figure is from.
    public static final String EVIDENCE =
            "evidence?: Where it can be looked up, such as a document and its page or the number of an invoice";

    /// The column in which a record's local days begin.
    public static final String START =
            "start: First day, or the whole period by itself: 2021-03-14, 2021-03 or 2021";

    /// The column in which they end.
    public static final String END =
            "end?: First day that no longer belongs; empty where start names a month or a year";

    private static final Column CORRECTION =
            Column.of(
                    SUPERSEDES
                            + "?: Only of a correction: the id of the row whose place this one takes, which may be its own");

    public Columns {
        inTemplate = List.copyOf(inTemplate);
    }

    /// The columns as the API tells them.
    public record ColumnsView(List<Column> columns) {}

    /// Reads `siteId: The site`, `province?: Its province`: a question mark makes a column
    /// optional, and what stands behind the colon tells people what to write.
    public static Columns of(String... described) {
        return new Columns(Stream.of(described).map(Column::of).toList(), false);
    }

    /// The same columns for records that other records may supersede.
    public Columns withCorrections() {
        return new Columns(inTemplate, true);
    }

    /// The same columns, of which one has no other values than these.
    public Columns withValues(String name, Collection<String> allowed) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("There is no column " + name);
        }
        return new Columns(
                inTemplate.stream()
                        .map(column ->
                                column.name().equals(name)
                                        ? column.withValues(List.copyOf(allowed))
                                        : column)
                        .toList(),
                correctable);
    }

    /// The same columns, of which one has a value of a closed vocabulary.
    public Columns withValues(String name, Enum<?>... vocabulary) {
        return withValues(name, Stream.of(vocabulary).map(Enum::name).toList());
    }

    /// The names in the template.
    public List<String> names() {
        return inTemplate.stream().map(Column::name).toList();
    }

    /// What each column that a file may have is, those of the template first.
    public ColumnsView view() {
        return new ColumnsView(
                correctable
                        ? Stream.concat(inTemplate.stream(), Stream.of(CORRECTION)).toList()
                        : inTemplate);
    }

    /// Every column that a file may have.
    public List<String> all() {
        return view().columns().stream().map(Column::name).toList();
    }

    /// An empty file of this kind, its template.
    @Override
    public Table table() {
        return new Table(names(), Stream.empty());
    }

    /// Those that every file has.
    List<String> mandatory() {
        return inTemplate.stream().filter(Column::required).map(Column::name).toList();
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

package org.netzero.emissions.activity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

/// Templates of the import: the columns alone, or with rows that show how activities of a scope or
/// a category are written. The rows are a file that could be imported itself.
@ApplicationScoped
class ActivityTemplates {

    private static final String EXAMPLES = "/import-examples/activities.csv";

    private final List<String> columns = ActivityReader.COLUMNS.names();
    private final List<NamedCsvRecord> examples = read();

    /// @throws InvalidInput when there is no such scope or category, or one is of no other
    Table of(Optional<String> scope, Optional<String> category) {
        Optional<Scope> namedScope = scope.map(text -> oneOf("scope", Scope.values(), text));
        Optional<Scope3Category> namedCategory =
                category.map(text -> oneOf("category", Scope3Category.values(), text));
        if (namedCategory.isPresent() && namedScope.orElse(Scope.SCOPE_3) != Scope.SCOPE_3) {
            throw new InvalidInput(
                    "category",
                    "NOT_APPLICABLE",
                    "only scope 3 has categories, not " + scope.get());
        }
        if (namedCategory.isEmpty() && namedScope.isEmpty()) {
            return ActivityReader.COLUMNS.table();
        }
        Stream<NamedCsvRecord> rows =
                examples.stream()
                        .filter(row ->
                                namedScope.isEmpty()
                                        || row.getField("scope").equals(namedScope.get().name()))
                        .filter(row ->
                                namedCategory.isEmpty()
                                        || row.getField("category")
                                                .equals(namedCategory.get().name()));
        return new Table(columns, rows.map(this::cells));
    }

    private List<@Nullable Object> cells(NamedCsvRecord row) {
        return Table.row(columns.stream().map(name -> row.findField(name).orElse("")).toArray());
    }

    private static <E extends Enum<E>> E oneOf(String parameter, E[] vocabulary, String text) {
        return Arrays.stream(vocabulary)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                parameter,
                                "UNKNOWN_VALUE",
                                "'%s' is not one of %s"
                                        .formatted(text, Arrays.toString(vocabulary))));
    }

    private static List<NamedCsvRecord> read() {
        try (InputStream file = ActivityTemplates.class.getResourceAsStream(EXAMPLES);
                var csv =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

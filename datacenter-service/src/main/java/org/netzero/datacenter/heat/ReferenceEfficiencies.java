package org.netzero.datacenter.heat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Efficiencies of separate production that come with the product: versioned data with their
/// source. The harmonised values of the EU are those before the corrections for climate and avoided
/// grid losses; whoever applies these states the corrected values.
final class ReferenceEfficiencies {

    private static final String RESOURCE = "/reference/separate-production.csv";

    private static final List<Reference> ALL = load();

    private ReferenceEfficiencies() {}

    /// What is made.
    enum Output {
        POWER,
        HEAT
    }

    /// An efficiency of plants built in some years.
    ///
    /// @param builtUntil the last such year
    record Reference(
            String set,
            String category,
            Output output,
            Optional<Integer> builtFrom,
            Optional<Integer> builtUntil,
            BigDecimal efficiency,
            String source) {

        private boolean isOf(int builtIn) {
            return builtFrom.filter(from -> from > builtIn).isEmpty()
                    && builtUntil.filter(until -> until < builtIn).isEmpty();
        }
    }

    static Optional<Reference> find(String set, String category, Output output, int builtIn) {
        return ALL.stream()
                .filter(one -> one.set().equals(set) && one.category().equals(category))
                .filter(one -> one.output() == output && one.isOf(builtIn))
                .findFirst();
    }

    /// Sets and categories there are, as `EU-2015-2402/G10`.
    static List<String> known() {
        var known = new TreeSet<String>();
        ALL.forEach(one -> known.add(one.set() + "/" + one.category()));
        return List.copyOf(known);
    }

    private static List<Reference> load() {
        var file =
                Objects.requireNonNull(
                        ReferenceEfficiencies.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(ReferenceEfficiencies::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reference read(NamedCsvRecord row) {
        return new Reference(
                row.getField("set"),
                row.getField("category"),
                Output.valueOf(row.getField("output")),
                year(row.getField("builtFrom")),
                year(row.getField("builtUntil")),
                new BigDecimal(row.getField("efficiency")),
                row.getField("source"));
    }

    private static Optional<Integer> year(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }
}

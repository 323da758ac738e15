package org.netzero.gateway.roadmap.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The rules the suite comes with: `check-rules.csv`.
public final class ShippedRules {

    private static final String FILE = "/roadmap/check-rules.csv";

    private ShippedRules() {}

    public static RuleBook read() {
        List<RuleBook.Parameter> parameters = new ArrayList<>();
        try (InputStream file =
                        Objects.requireNonNull(ShippedRules.class.getResourceAsStream(FILE));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                parameters.add(
                        new RuleBook.Parameter(
                                row.getField("rule"),
                                row.getField("version"),
                                row.getField("parameter"),
                                Double.parseDouble(row.getField("value")),
                                row.getField("unit"),
                                row.getField("source")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleBook(parameters);
    }
}

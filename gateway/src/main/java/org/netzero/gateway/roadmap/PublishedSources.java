package org.netzero.gateway.roadmap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Where equations were published: `equation-sources.csv`. What is this suite's own, or of which no
/// publication is known, is not in it.
public final class PublishedSources {

    private static final String FILE = "/roadmap/equation-sources.csv";

    private static final Map<String, String> BY_EQUATION = read();

    private PublishedSources() {}

    /// @param equation the name of a single equation, the address of a question with lists, or the
    ///   formula of a figure of a projection
    public static Optional<String> of(String equation) {
        return Optional.ofNullable(BY_EQUATION.get(equation));
    }

    /// Of what a source is known, in the order of the file.
    public static Set<String> known() {
        return Collections.unmodifiableSet(BY_EQUATION.keySet());
    }

    private static Map<String, String> read() {
        Map<String, String> sources = new LinkedHashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(PublishedSources.class.getResourceAsStream(FILE));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                sources.put(row.getField("equation"), row.getField("source"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }
}

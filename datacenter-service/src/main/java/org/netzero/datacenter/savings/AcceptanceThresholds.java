package org.netzero.datacenter.savings;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.netzero.datacenter.regression.Resolution;
import org.netzero.datacenter.savings.Baseline.Thresholds;

/// Thresholds of acceptance that come with the product: data with their source. There is none for
/// models by the day.
final class AcceptanceThresholds {

    private static final String RESOURCE = "/reference/model-acceptance.csv";

    private static final Map<Resolution, Thresholds> ALL = load();

    private AcceptanceThresholds() {}

    static Optional<Thresholds> of(Resolution resolution) {
        return Optional.ofNullable(ALL.get(resolution));
    }

    private static Map<Resolution, Thresholds> load() {
        var file =
                Objects.requireNonNull(
                        AcceptanceThresholds.class.getResourceAsStream(RESOURCE), RESOURCE);
        var all = new EnumMap<Resolution, Thresholds>(Resolution.class);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.forEach(row ->
                    all.put(
                            Resolution.valueOf(row.getField("resolution")),
                            new Thresholds(
                                    new BigDecimal(row.getField("cvRmseAtMost")),
                                    new BigDecimal(row.getField("nmbeAtMost")),
                                    row.getField("source"))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }
}

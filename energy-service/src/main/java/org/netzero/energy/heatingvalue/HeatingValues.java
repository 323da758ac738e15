package org.netzero.energy.heatingvalue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.HeatingValue;
import org.netzero.energy.carrier.HeatingValueSet;
import org.netzero.energy.carrier.Provenance;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// The published sets of heating values, each one edition of one publication, shipped as CSV beside
/// this class. A new edition is a new file; a shipped one never changes.
@Singleton
public final class HeatingValues {

    /// The set that totals told to other services are computed by.
    public static final String DEFAULT_SET = "gbt-2589-2008";

    private static final List<String> SETS = List.of(DEFAULT_SET, "ipcc-2006");

    private final Map<String, HeatingValueSet> sets =
            SETS.stream()
                    .map(HeatingValues::read)
                    .collect(Collectors.toMap(HeatingValueSet::id, Function.identity()));

    /// @throws UnknownHeatingValues when there is no such set
    public HeatingValueSet set(String id) {
        return Optional.ofNullable(sets.get(id))
                .orElseThrow(() -> new UnknownHeatingValues(id, SETS));
    }

    public HeatingValueSet defaultSet() {
        return set(DEFAULT_SET);
    }

    private static HeatingValueSet read(String id) {
        String file = "/heatingvalue/" + id + ".csv";
        InputStream stream =
                Objects.requireNonNull(HeatingValues.class.getResourceAsStream(file), file);
        try (CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(stream, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> row = rows.stream()) {
            return HeatingValueSet.of(id, row.map(HeatingValues::valueOf).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HeatingValue valueOf(NamedCsvRecord row) {
        return new HeatingValue(
                row.getField("id"),
                EnergyCarrier.valueOf(row.getField("carrier")),
                intensity(row, "netCalorificValue", "unit", "per"),
                row.getField("density").isEmpty() ? Optional.empty() : Optional.of(densityOf(row)),
                row.getField("netPerGross").isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new HeatingValue.NetPerGross(
                                        new BigDecimal(row.getField("netPerGross")),
                                        row.getField("netPerGrossSource"))),
                LocalDate.parse(row.getField("validFrom")),
                Provenance.valueOf(row.getField("provenance")),
                row.getField("source"));
    }

    private static HeatingValue.Density densityOf(NamedCsvRecord row) {
        return new HeatingValue.Density(
                intensity(row, "density", "densityUnit", "densityPer"),
                Provenance.valueOf(row.getField("densityProvenance")),
                row.getField("densitySource"));
    }

    private static Intensity intensity(NamedCsvRecord row, String... valueUnitPer) {
        List<String> texts = Arrays.stream(valueUnitPer).map(row::getField).toList();
        return Intensity.of(texts.get(0), Unit.parse(texts.get(1)), Unit.parse(texts.get(2)));
    }
}

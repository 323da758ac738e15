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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.carrier.CoalEquivalents;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.quantities.Unit;

/// The coefficients of GB/T 2589, shipped as CSV beside the heating values.
@Singleton
public final class CoalEquivalentCoefficients {

    private static final String FILE = "/coalequivalent/gbt-2589.csv";

    private final CoalEquivalents coefficients = read();

    public CoalEquivalents coefficients() {
        return coefficients;
    }

    private static CoalEquivalents read() {
        InputStream stream =
                Objects.requireNonNull(
                        CoalEquivalentCoefficients.class.getResourceAsStream(FILE), FILE);
        try (CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(stream, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> row = rows.stream()) {
            return new CoalEquivalents(row.map(CoalEquivalentCoefficients::coefficientOf).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CoalEquivalents.Coefficient coefficientOf(NamedCsvRecord row) {
        return new CoalEquivalents.Coefficient(
                row.getField("id"),
                EnergyCarrier.valueOf(row.getField("carrier")),
                new BigDecimal(row.getField("kgce")),
                Unit.parse(row.getField("per")),
                Optional.of(row.getField("heatingValues")).filter(set -> !set.isEmpty()),
                row.getField("source"));
    }
}

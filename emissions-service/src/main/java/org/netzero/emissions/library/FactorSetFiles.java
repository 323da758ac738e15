package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.emissions.factor.Density;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// A factor set as files on the class path, in the form its README describes.
final class FactorSetFiles {

    private final String folder;
    private final String version;
    private final MessageDigest digest;

    /// @param version of the set, and the name of its folder
    FactorSetFiles(String version) {
        this.folder = "/factors/%s/".formatted(version);
        this.version = version;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// @throws IllegalArgumentException naming the row that breaks a rule of factors
    FactorSet read() {
        List<EmissionFactor> factors = factors(rows("factors.csv"));
        List<Potentials.Potential> potentials =
                rows("global-warming-potentials.csv").stream()
                        .map(FactorSetFiles::potential)
                        .toList();
        List<Density> densities =
                rows("assumptions.csv").stream().map(FactorSetFiles::density).toList();
        Map<String, String> regions = pairs("grid-regions.csv", "province", "gridRegion");
        Map<String, String> names = pairs("activity-names.csv", "alias", "activity");
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new FactorSet(version, sha256, factors, potentials, densities, regions, names);
    }

    private List<EmissionFactor> factors(List<NamedCsvRecord> rows) {
        Map<String, List<NamedCsvRecord>> byId =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getField("id"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byId.values().stream().map(this::factor).toList();
    }

    private EmissionFactor factor(List<NamedCsvRecord> rows) {
        NamedCsvRecord first = rows.getFirst();
        try {
            return new EmissionFactor(
                    first.getField("id"),
                    version,
                    first.getField("activity"),
                    first.getField("name"),
                    Purpose.valueOf(first.getField("purpose")),
                    first.getField("region"),
                    LocalDate.parse(first.getField("validFrom")),
                    optional(first, "validTo").map(LocalDate::parse),
                    rows.stream().map(FactorSetFiles::gas).toList(),
                    source(first));
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException(
                    "Row '%s' of factor set %s is refused: %s"
                            .formatted(first.getField("id"), version, refused.getMessage()),
                    refused);
        }
    }

    private static FactorSource source(NamedCsvRecord row) {
        return new FactorSource(
                row.getField("publisher"),
                row.getField("source"),
                LocalDate.parse(row.getField("published")),
                row.getField("licence"),
                row.getField("confidence"),
                row.getField("notes"));
    }

    private static GasIntensity gas(NamedCsvRecord row) {
        return new GasIntensity(
                row.getField("gas"), optional(row, "gwpSet").map(GwpSet::valueOf), intensity(row));
    }

    private static Potentials.Potential potential(NamedCsvRecord row) {
        return new Potentials.Potential(
                row.getField("gas"),
                GwpSet.valueOf(row.getField("gwpSet")),
                new BigDecimal(row.getField("value")),
                row.getField("source"));
    }

    private static Density density(NamedCsvRecord row) {
        return new Density(
                row.getField("id"),
                row.getField("activity"),
                intensity(row),
                row.getField("provenance"),
                row.getField("source"));
    }

    private static Intensity intensity(NamedCsvRecord row) {
        return Intensity.of(
                row.getField("value"),
                Unit.parse(row.getField("unit")),
                Unit.parse(row.getField("per")));
    }

    private Map<String, String> pairs(String file, String key, String value) {
        Function<NamedCsvRecord, String> keyOf = row -> row.getField(key);
        return rows(file).stream()
                .collect(Collectors.toUnmodifiableMap(keyOf, row -> row.getField(value)));
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isEmpty());
    }

    private List<NamedCsvRecord> rows(String file) {
        try (InputStream in = FactorSetFiles.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException("Factor set file is missing: " + folder + file);
            }
            byte[] content = in.readAllBytes();
            digest.update(content);
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder()
                            .ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Factor set file cannot be read: " + folder + file, e);
        }
    }
}

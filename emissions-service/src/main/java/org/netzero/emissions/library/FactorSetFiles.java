package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final List<String> FILES =
            List.of(
                    "factors.csv",
                    "global-warming-potentials.csv",
                    "assumptions.csv",
                    "grid-regions.csv",
                    "activity-names.csv");

    private final SetFolder folder;
    private final String version;

    /// @param version of the set, and the name of its folder
    FactorSetFiles(String version) {
        this.folder = new SetFolder(version);
        this.version = version;
    }

    String sha256() {
        return folder.sha256(FILES);
    }

    /// @throws IllegalArgumentException naming the row that breaks a rule of factors
    FactorSet read() {
        List<NamedCsvRecord> rows = folder.rows("factors.csv");
        var tally = new LoadReport.Tally();
        rows.forEach(row -> tally.count(RowFate.FACTOR));
        return new FactorSet(
                version,
                sha256(),
                "Chosen factors of China, refrigerants, potentials",
                "MEE and NBS of the People's Republic of China; IPCC; others as each factor names",
                "as each factor names",
                factors(rows),
                folder.rows("global-warming-potentials.csv").stream()
                        .map(FactorSetFiles::potential)
                        .toList(),
                folder.rows("assumptions.csv").stream().map(FactorSetFiles::density).toList(),
                folder.pairs("grid-regions.csv", "province", "gridRegion"),
                folder.pairs("activity-names.csv", "alias", "activity"),
                tally.report());
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
                    source(first),
                    Optional.empty(),
                    Optional.empty());
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

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isEmpty());
    }
}

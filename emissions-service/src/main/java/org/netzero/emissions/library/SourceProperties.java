package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.emissions.factor.Density;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.emissions.factor.FuelProperty;
import org.netzero.emissions.factor.LeakageRate;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// What the sources of an edition say of equipment and fuels beside their factors. It is read from
/// the edition's files, which never change.
final class SourceProperties {

    private final SetFolder folder;
    private final SourceNames names;

    SourceProperties(String edition) {
        folder = new SetFolder(edition);
        names = new SourceNames(folder);
    }

    /// A row for each kind of equipment.
    List<LeakageRate> leakageRates() {
        Map<String, NamedCsvRecord> rows =
                folder.rows("refrigerant_leakage_ipcc2006.csv.gz").stream()
                        .collect(Collectors.toMap(row -> row.getField("id"), Function.identity()));
        return Arrays.stream(EquipmentType.values())
                .map(type ->
                        Optional.ofNullable(rows.get(type.id()))
                                .map(row -> leakageRate(type, row))
                                .orElseThrow(
                                        () -> new IllegalStateException("No row " + type.id())))
                .toList();
    }

    private static LeakageRate leakageRate(EquipmentType type, NamedCsvRecord row) {
        return new LeakageRate(
                type.id(),
                type,
                row.getField("sub_application"),
                range(row, "charge_kg"),
                range(row, "lifetime_years"),
                range(row, "initial_emission_pct_of_charge"),
                range(row, "operation_emission_pct_per_year"),
                range(row, "recovery_efficiency_pct"),
                range(row, "initial_charge_remaining_pct"),
                row.getField("publisher"),
                row.getField("source"),
                row.getField("confidence"),
                row.getField("notes"));
    }

    private static LeakageRate.Range range(NamedCsvRecord row, String column) {
        String[] ends = row.getField(column).split("-", 2);
        return new LeakageRate.Range(new BigDecimal(ends[0]), new BigDecimal(ends[1]));
    }

    /// By fuel, then property, the newest year last.
    List<FuelProperty> fuels() {
        return folder.rows("fuel_properties_desnz.csv.gz").stream()
                .map(SourceRow::of)
                .map(this::fuel)
                .sorted(
                        Comparator.comparing(FuelProperty::fuel)
                                .thenComparing(FuelProperty::property)
                                .thenComparingInt(FuelProperty::year))
                .toList();
    }

    private FuelProperty fuel(SourceRow row) {
        String[] parts = row.activity().split(" — ", 2);
        return new FuelProperty(
                row.id(),
                parts[0],
                names.activity(parts[0]),
                kind(parts[1]),
                new BigDecimal(row.value()),
                row.unit(),
                Integer.parseInt(row.year()),
                row.region(),
                row.publisher(),
                row.source(),
                row.licence(),
                row.confidence());
    }

    private static FuelProperty.Kind kind(String written) {
        return switch (written) {
            case "Net CV" -> FuelProperty.Kind.NET_CALORIFIC_VALUE;
            case "Gross CV" -> FuelProperty.Kind.GROSS_CALORIFIC_VALUE;
            case "Density" -> FuelProperty.Kind.DENSITY;
            default -> throw new IllegalStateException("No property '%s'".formatted(written));
        };
    }

    /// The densities of the newest year, by activity.
    Map<String, Density> densities() {
        var densities = new LinkedHashMap<String, Density>();
        fuels().stream()
                .filter(property -> property.property() == FuelProperty.Kind.DENSITY)
                .forEach(property -> densities.put(property.activity(), density(property)));
        return densities;
    }

    private static Density density(FuelProperty property) {
        return new Density(
                property.id(),
                property.activity(),
                new Intensity(property.value(), Unit.KG, Unit.M3),
                "PUBLISHED",
                "%s, %s".formatted(property.publisher(), property.source()));
    }
}

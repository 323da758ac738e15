package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.emissions.factor.LeakageRate;

/// What the sources of an edition say of equipment and fuels beside their factors. It is read from
/// the edition's files, which never change.
final class SourceProperties {

    private final SetFolder folder;

    SourceProperties(String edition) {
        folder = new SetFolder(edition);
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
}

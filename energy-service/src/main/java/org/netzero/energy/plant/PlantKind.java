package org.netzero.energy.plant;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.installation.InstallationKind;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// What is stored of a plant.
final class PlantKind implements InstallationKind<Plant> {

    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "site_id",
                    "technology",
                    "capacity",
                    "capacity_unit",
                    "capacity_basis",
                    "commissioned",
                    "decommissioned",
                    "fuel",
                    "fuel_share",
                    "expected_kwh",
                    "expected_by_month_kwh",
                    "expected_source",
                    "reference_electrical",
                    "reference_thermal",
                    "reference_cooling",
                    "reference_source",
                    "evidence");

    @Override
    public String noun() {
        return "plant";
    }

    @Override
    public String plural() {
        return "plants";
    }

    @Override
    public String many() {
        return "plants";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void bind(PreparedStatement insert, int first, Plant plant) throws SQLException {
        Optional<ExpectedYield> expected = plant.expectedYield();
        Optional<SeparateProduction> separate = plant.separateProduction();
        insert.setString(first, plant.name());
        insert.setString(first + 1, plant.siteId());
        insert.setString(first + 2, plant.technology().name());
        insert.setBigDecimal(first + 3, plant.capacity().value());
        insert.setString(first + 4, plant.capacity().unit().symbol());
        insert.setString(first + 5, plant.capacityBasis().map(Enum::name).orElse(null));
        insert.setObject(first + 6, plant.commissioned());
        insert.setObject(first + 7, plant.decommissioned().orElse(null), Types.DATE);
        insert.setString(first + 8, plant.fuel().map(fuel -> fuel.carrier().name()).orElse(null));
        insert.setBigDecimal(first + 9, plant.fuel().flatMap(PlantFuel::share).orElse(null));
        insert.setBigDecimal(first + 10, expected.map(ExpectedYield::perYearKwh).orElse(null));
        List<BigDecimal> months = expected.map(ExpectedYield::byMonthKwh).orElse(List.of());
        insert.setArray(
                first + 11,
                months.isEmpty()
                        ? null
                        : insert.getConnection().createArrayOf("numeric", months.toArray()));
        insert.setString(first + 12, expected.map(ExpectedYield::source).orElse(null));
        insert.setBigDecimal(
                first + 13,
                separate.flatMap(SeparateProduction::electricalEfficiency).orElse(null));
        insert.setBigDecimal(
                first + 14, separate.flatMap(SeparateProduction::thermalEfficiency).orElse(null));
        insert.setBigDecimal(
                first + 15, separate.flatMap(SeparateProduction::coolingPerformance).orElse(null));
        insert.setString(first + 16, separate.map(SeparateProduction::source).orElse(null));
        insert.setString(first + 17, plant.evidence().orElse(null));
    }

    @Override
    public Plant read(ResultSet row) throws SQLException {
        @Nullable String basis = row.getString("capacity_basis");
        return new Plant(
                row.getString("plant_id"),
                row.getString("name"),
                row.getString("site_id"),
                PlantTechnology.valueOf(row.getString("technology")),
                new Quantity(
                        row.getBigDecimal("capacity"), Unit.parse(row.getString("capacity_unit"))),
                Optional.ofNullable(basis).map(CapacityBasis::valueOf),
                row.getObject("commissioned", LocalDate.class),
                Optional.ofNullable(row.getObject("decommissioned", LocalDate.class)),
                fuelOf(row),
                expectedOf(row),
                separateOf(row),
                Optional.ofNullable(row.getString("evidence")));
    }

    @Override
    public RuntimeException unknown(String id) {
        return new UnknownPlant(id);
    }

    private static Optional<PlantFuel> fuelOf(ResultSet row) throws SQLException {
        @Nullable String carrier = row.getString("fuel");
        @Nullable BigDecimal share = row.getBigDecimal("fuel_share");
        return Optional.ofNullable(carrier)
                .map(fuel ->
                        new PlantFuel(EnergyCarrier.valueOf(fuel), Optional.ofNullable(share)));
    }

    private static Optional<ExpectedYield> expectedOf(ResultSet row) throws SQLException {
        @Nullable BigDecimal perYear = row.getBigDecimal("expected_kwh");
        if (perYear == null) {
            return Optional.empty();
        }
        @Nullable Array months = row.getArray("expected_by_month_kwh");
        return Optional.of(
                new ExpectedYield(
                        perYear,
                        months == null
                                ? List.of()
                                : Arrays.asList((BigDecimal[]) months.getArray()),
                        Objects.requireNonNull(row.getString("expected_source"))));
    }

    private static Optional<SeparateProduction> separateOf(ResultSet row) throws SQLException {
        @Nullable String source = row.getString("reference_source");
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(
                new SeparateProduction(
                        Optional.ofNullable(row.getBigDecimal("reference_electrical")),
                        Optional.ofNullable(row.getBigDecimal("reference_thermal")),
                        Optional.ofNullable(row.getBigDecimal("reference_cooling")),
                        source));
    }
}

package org.netzero.energy.plant;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The plants on file, revision by revision. The last one of each is what is stated of it.
@ApplicationScoped
class PlantTable {

    private static final String COLUMNS =
            """
            plant_id, revision, name, site_id, technology, capacity, capacity_unit, capacity_basis, commissioned,
                decommissioned, fuel, fuel_share, expected_kwh, expected_by_month_kwh, expected_source,
                reference_electrical, reference_thermal, reference_cooling, reference_source, evidence
            """;

    private static final String STATED =
            "select distinct on (plant_id) %s, recorded_at, recorded_by from plant_revision where plant_id "
                    .formatted(COLUMNS);

    private static final String IN_ORDER = " order by plant_id, revision desc";

    private final Statements statements;

    PlantTable(DataSource database) {
        this.statements = new Statements(database, "Plants");
    }

    /// Holds the id of a plant until the transaction ends, whether there is one or not.
    void hold(String plantId) {
        statements.update(
                "insert into plant (plant_id) values (?) on conflict do nothing",
                insert -> insert.setString(1, plantId));
        statements.query(
                "select 1 from plant where plant_id = ? for update",
                select -> select.setString(1, plantId),
                row -> row.getInt(1));
    }

    List<PlantRevision> named(Collection<String> plantIds) {
        return statements.query(
                STATED + "= any (?)" + IN_ORDER,
                select ->
                        select.setArray(1, SqlArray.of(select.getConnection(), plantIds, id -> id)),
                PlantTable::revisionOf);
    }

    List<PlantRevision> after(String cursor, int count) {
        return statements.query(
                STATED + "> ?" + IN_ORDER + " limit ?",
                select -> {
                    select.setString(1, cursor);
                    select.setInt(2, count);
                },
                PlantTable::revisionOf);
    }

    /// Everything that was ever stated of a plant, the oldest first.
    List<PlantRevision> revisionsOf(String plantId) {
        return statements.query(
                "select %s, recorded_at, recorded_by from plant_revision where plant_id = ? order by revision"
                        .formatted(COLUMNS),
                select -> select.setString(1, plantId),
                PlantTable::revisionOf);
    }

    List<Plant> ofSite(String siteId) {
        return statements
                .query(
                        "select * from (%s) as stated where site_id = ? order by plant_id"
                                .formatted(STATED + "is not null" + IN_ORDER),
                        select -> select.setString(1, siteId),
                        PlantTable::revisionOf)
                .stream()
                .map(PlantRevision::plant)
                .toList();
    }

    void insert(Plant plant, int revision, String caller) {
        statements.update(
                "insert into plant_revision (%s, recorded_by) values (?%s)"
                        .formatted(COLUMNS, ", ?".repeat(20)),
                insert -> {
                    bind(insert, plant, revision);
                    insert.setString(21, caller);
                });
    }

    private static void bind(PreparedStatement insert, Plant plant, int revision)
            throws SQLException {
        Optional<ExpectedYield> expected = plant.expectedYield();
        Optional<SeparateProduction> separate = plant.separateProduction();
        insert.setString(1, plant.plantId());
        insert.setInt(2, revision);
        insert.setString(3, plant.name());
        insert.setString(4, plant.siteId());
        insert.setString(5, plant.technology().name());
        insert.setBigDecimal(6, plant.capacity().value());
        insert.setString(7, plant.capacity().unit().symbol());
        insert.setString(8, plant.capacityBasis().map(Enum::name).orElse(null));
        insert.setObject(9, plant.commissioned());
        insert.setObject(10, plant.decommissioned().orElse(null), Types.DATE);
        insert.setString(11, plant.fuel().map(fuel -> fuel.carrier().name()).orElse(null));
        insert.setBigDecimal(12, plant.fuel().flatMap(PlantFuel::share).orElse(null));
        insert.setBigDecimal(13, expected.map(ExpectedYield::perYearKwh).orElse(null));
        List<BigDecimal> months = expected.map(ExpectedYield::byMonthKwh).orElse(List.of());
        insert.setArray(
                14,
                months.isEmpty()
                        ? null
                        : insert.getConnection().createArrayOf("numeric", months.toArray()));
        insert.setString(15, expected.map(ExpectedYield::source).orElse(null));
        insert.setBigDecimal(
                16, separate.flatMap(SeparateProduction::electricalEfficiency).orElse(null));
        insert.setBigDecimal(
                17, separate.flatMap(SeparateProduction::thermalEfficiency).orElse(null));
        insert.setBigDecimal(
                18, separate.flatMap(SeparateProduction::coolingPerformance).orElse(null));
        insert.setString(19, separate.map(SeparateProduction::source).orElse(null));
        insert.setString(20, plant.evidence().orElse(null));
    }

    private static PlantRevision revisionOf(ResultSet row) throws SQLException {
        @Nullable String basis = row.getString(8);
        return new PlantRevision(
                new Plant(
                        row.getString(1),
                        row.getString(3),
                        row.getString(4),
                        PlantTechnology.valueOf(row.getString(5)),
                        new Quantity(row.getBigDecimal(6), Unit.parse(row.getString(7))),
                        Optional.ofNullable(basis).map(CapacityBasis::valueOf),
                        row.getObject(9, LocalDate.class),
                        Optional.ofNullable(row.getObject(10, LocalDate.class)),
                        fuelOf(row),
                        expectedOf(row),
                        separateOf(row),
                        Optional.ofNullable(row.getString(20))),
                row.getInt(2),
                row.getObject(21, OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(row.getString(22)));
    }

    private static Optional<PlantFuel> fuelOf(ResultSet row) throws SQLException {
        @Nullable String carrier = row.getString(11);
        @Nullable BigDecimal share = row.getBigDecimal(12);
        return Optional.ofNullable(carrier)
                .map(fuel ->
                        new PlantFuel(EnergyCarrier.valueOf(fuel), Optional.ofNullable(share)));
    }

    private static Optional<ExpectedYield> expectedOf(ResultSet row) throws SQLException {
        @Nullable BigDecimal perYear = row.getBigDecimal(13);
        if (perYear == null) {
            return Optional.empty();
        }
        @Nullable Array months = row.getArray(14);
        return Optional.of(
                new ExpectedYield(
                        perYear,
                        months == null
                                ? List.of()
                                : Arrays.asList((BigDecimal[]) months.getArray()),
                        Objects.requireNonNull(row.getString(15))));
    }

    private static Optional<SeparateProduction> separateOf(ResultSet row) throws SQLException {
        @Nullable String source = row.getString(19);
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(
                new SeparateProduction(
                        Optional.ofNullable(row.getBigDecimal(16)),
                        Optional.ofNullable(row.getBigDecimal(17)),
                        Optional.ofNullable(row.getBigDecimal(18)),
                        source));
    }
}

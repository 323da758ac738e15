package org.netzero.datacenter.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.HourGroup;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class SummedHoursTest {

    private static final YearMonth MONTH = YearMonth.of(2014, 2);

    @Inject MonthSums months;
    @Inject Intervals intervals;

    /// Hours of any role, whole or not, measured or bridged or both, or missing.
    private static void fill(String datacenterId, Random random) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(
                        LocalStack.jdbcUrl(),
                        LocalStack.databaseUser(),
                        LocalStack.databasePassword())) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists role_hour_2014_02 partition of role_hour for values from ('2014-02-01T00:00Z') to ('2014-03-01T00:00Z')");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                                points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                            values (?, ?, ?, ?, ?, ?, ?, 1, 1, 0, 0, 0, '{}', '{0,0,0,0}', 1)
                            """)) {
                for (int hour = 0; hour < 400; hour++) {
                    for (MeasuringRole role : MeasuringRole.values()) {
                        if (random.nextInt(4) == 0) {
                            continue;
                        }
                        BigDecimal covered = share(random, BigDecimal.ONE);
                        insert.setString(1, datacenterId);
                        insert.setString(2, role.name());
                        insert.setObject(
                                3,
                                MONTH.atDay(1)
                                        .atTime(0, 0)
                                        .plusHours(hour)
                                        .atOffset(ZoneOffset.UTC));
                        insert.setBigDecimal(4, BigDecimal.valueOf(random.nextInt(100_000), 2));
                        insert.setBigDecimal(5, share(random, covered));
                        insert.setBigDecimal(6, covered);
                        insert.setInt(
                                7,
                                random.nextInt(50) == 0
                                        ? HourFlag.toBits(Set.of(HourFlag.COUNTER_RESET))
                                        : 0);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static BigDecimal share(Random random, BigDecimal most) {
        return random.nextInt(4) == 0 ? most.multiply(new BigDecimal("0.5")) : most;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theDatabaseSumsUpAsMemoryDoes(long seed) throws SQLException {
        String id = "dc-summed-" + seed;
        fill(id, new Random(seed));
        var key = new MonthSums.Key(id, MONTH, ZoneOffset.UTC);

        HourSums byDatabase = Optional.ofNullable(months.of(List.of(key)).get(key)).orElseThrow();
        HourSums inMemory = HourSums.of(intervals.facilityHours(id, key.start(), key.end()));

        assertThat(described(byDatabase)).as("seed %d", seed).isEqualTo(described(inMemory));
        assertThat(byDatabase.flags()).isEqualTo(inMemory.flags());
        for (Boundary boundary : Boundary.values()) {
            var one = new Effectiveness(byDatabase, 672, boundary);
            var other = new Effectiveness(inMemory, 672, boundary);
            assertThat(one.balance().map(balance -> balance.hours()))
                    .isEqualTo(other.balance().map(balance -> balance.hours()));
            assertThat(one.held()).isEqualTo(other.held());
            assertThat(one.gapShare()).isEqualTo(other.gapShare());
        }
    }

    private static Map<Object, Object> described(HourSums sums) {
        var described = new HashMap<Object, Object>();
        for (HourGroup group : sums.groups()) {
            described.put(
                    List.of(group.whole(), group.measured(), group.amounts().keySet()),
                    List.of(
                            group.hours(),
                            stripped(group.amounts()),
                            stripped(group.unmeasuredHours()),
                            stripped(group.keptKwh())));
        }
        return described;
    }

    private static Map<MeasuringRole, String> stripped(Map<MeasuringRole, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> stripped(entry.getValue()),
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static String stripped(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}

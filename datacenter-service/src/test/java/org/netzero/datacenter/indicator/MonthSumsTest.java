package org.netzero.datacenter.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.effectiveness.HourGroup;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.local.test.LocalStack;

/// Months of facilities in several zones, whose hours are written into the database: of each role
/// some are there, some of them in part, some bridged.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class MonthSumsTest {

    private static final YearMonth FIRST = YearMonth.of(2013, 11);
    private static final int MONTHS = 4;
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("Asia/Shanghai"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Asia/Kolkata"));
    private static final int FACILITIES = 6;

    private static boolean filled;

    @Inject MonthSums months;
    @Inject Intervals intervals;

    private static String id(int facility) {
        return "dc-months-%d".formatted(facility);
    }

    private static ZoneId zone(int facility) {
        return ZONES.get(facility % ZONES.size());
    }

    private static MonthSums.Key key(int facility, int month) {
        return new MonthSums.Key(id(facility), FIRST.plusMonths(month), zone(facility));
    }

    @BeforeEach
    void fill() throws SQLException {
        if (filled) {
            return;
        }
        filled = true;
        for (int i = 0; i < ZONES.size(); i++) {
            execute(
                    "insert into site (site_id, time_zone, version) values ('site-months-%d', '%s', 1)"
                            .formatted(i, zone(i)));
        }
        for (int i = 0; i < FACILITIES; i++) {
            putFacility(id(i), i % ZONES.size());
        }
        for (int i = 0; i < MONTHS; i++) {
            execute(
                    "create table if not exists role_hour_%1$tY_%1$tm partition of role_hour for values from ('%1$tY-%1$tm-01T00:00Z') to ('%2$tY-%2$tm-01T00:00Z')"
                            .formatted(FIRST.plusMonths(i), FIRST.plusMonths(i + 1)));
        }
        execute(
                """
                insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                    points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                select datacenter_id, role, start, amount, least(measured, covered), covered, flags, case when mixed %% 97 = 0 then 0 else 1 end,
                    1, amount, 0, 0, '{}', '{0,0,0,0}', 1
                from facility
                cross join generate_series(timestamptz '%1$s-01 00:00Z', timestamptz '%2$s-01 00:00Z' - interval '1 hour', interval '1 hour') as start
                cross join unnest(array['FACILITY_INPUT', 'IT', 'ON_SITE_GENERATION', 'WATER']) as role
                cross join lateral (select abs(hashtext(datacenter_id || role || start::text)::bigint) as mixed) as chance
                cross join lateral (select
                    (mixed %% 1000) / 8.0 as amount,
                    case when mixed %% 11 = 0 then 0.75 else 1 end as measured,
                    case mixed %% 13 when 0 then 0.5 when 1 then 0 else 1 end as covered,
                    case when mixed %% 211 = 0 then 4 else 0 end as flags) as hour
                where datacenter_id like 'dc-months-%%' and mixed %% 17 <> 0
                """
                        .formatted(FIRST, FIRST.plusMonths(MONTHS)));
    }

    private static void putFacility(String id, int site) throws SQLException {
        execute(
                "insert into facility (datacenter_id, site_id, in_operation_since) values ('%s', 'site-months-%d', '2010-01-01')"
                        .formatted(id, site));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                LocalStack.jdbcUrl(), LocalStack.databaseUser(), LocalStack.databasePassword());
    }

    /// The only answer, null where there is none.
    private static String asked(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        }
    }

    /// What a group says, whatever the decimals of its amounts.
    private static List<Object> plain(HourGroup group) {
        return List.of(
                group.whole(),
                group.measured(),
                group.hours(),
                plain(group.amounts()),
                plain(group.unmeasuredHours()),
                group.keptKwh().stripTrailingZeros());
    }

    private static Map<MeasuringRole, BigDecimal> plain(Map<MeasuringRole, BigDecimal> amounts) {
        var plain = new TreeMap<MeasuringRole, BigDecimal>();
        amounts.forEach((role, amount) -> plain.put(role, amount.stripTrailingZeros()));
        return plain;
    }

    private static Set<List<Object>> plain(HourSums sums) {
        return sums.groups().stream().map(MonthSumsTest::plain).collect(Collectors.toSet());
    }

    @Test
    void monthsOfManyFacilitiesSumUpToWhatTheirHoursAre() {
        List<MonthSums.Key> keys =
                IntStream.range(0, FACILITIES)
                        .boxed()
                        .flatMap(facility ->
                                IntStream.range(0, MONTHS).mapToObj(month -> key(facility, month)))
                        .toList();

        Map<MonthSums.Key, HourSums> sums = months.of(keys);

        assertThat(sums).containsOnlyKeys(keys);
        for (MonthSums.Key key : keys) {
            HourSums known = sums.getOrDefault(key, HourSums.NOTHING);
            HourSums wanted =
                    HourSums.of(
                            intervals.facilityHours(key.datacenterId(), key.start(), key.end()));
            assertThat(known.groups()).as(key.toString()).hasSizeGreaterThan(20);
            assertThat(plain(known)).as(key.toString()).isEqualTo(plain(wanted));
            assertThat(known.flags()).isEqualTo(wanted.flags()).isNotEmpty();
            assertThat(known.last().orElseThrow().start())
                    .isEqualTo(wanted.last().orElseThrow().start());
        }
        assertThat(plain(months.of(keys).getOrDefault(keys.getFirst(), HourSums.NOTHING)))
                .as("what is kept")
                .isEqualTo(plain(sums.getOrDefault(keys.getFirst(), HourSums.NOTHING)));
    }

    @Test
    void aMonthWithoutHoursHasNoSums() {
        var before = new MonthSums.Key(id(0), FIRST.minusMonths(2), zone(0));

        assertThat(months.of(List.of(before))).containsExactly(Map.entry(before, HourSums.NOTHING));
    }

    @Test
    void aMonthWhoseHoursRestIsSummedUpBeforeItIsAskedFor() throws Exception {
        putFacility("dc-at-rest", 0);
        execute(
                """
                insert into month_sums (datacenter_id, month, changes, changed_at) values
                    ('dc-at-rest', '2012-03-01', 3, now() - interval '2 minutes'),
                    ('dc-at-rest', '2012-02-01', 1, now() + interval '1 day'),
                    ('dc-at-rest', date_trunc('month', now()), 1, now() - interval '2 minutes')
                """);

        Instant end = Instant.now().plusSeconds(60);
        while (!sumUpsOf("2012-03-01").equals("3")) {
            assertThat(Instant.now()).as("a minute of patience").isBefore(end);
            Thread.sleep(100);
        }

        assertThat(sumUpsOf("2012-02-01")).as("changed lately").isEqualTo("null");
        assertThat(
                        asked(
                                "select computed from month_sums where datacenter_id = 'dc-at-rest' and month = date_trunc('month', now())"))
                .as("goes on")
                .isEqualTo("null");
        assertThat(
                        asked(
                                "select zone from month_sums where datacenter_id = 'dc-at-rest' and computed = 3"))
                .isEqualTo("Asia/Shanghai");
    }

    private static String sumUpsOf(String month) throws SQLException {
        return asked(
                "select computed from month_sums where datacenter_id = 'dc-at-rest' and month = '%s'"
                        .formatted(month));
    }
}

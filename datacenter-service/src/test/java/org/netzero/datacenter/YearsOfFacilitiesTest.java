package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.putFacility;
import static org.netzero.datacenter.Asked.tellSite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Whole years of facilities, whose hours are written into the database: 1,250,000 kWh in, 820,000
/// for IT and 210,000 handed over as heat, in the first hour of the year; and nothing in all
/// others.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class YearsOfFacilitiesTest {

    private static final Logger LOG = Logger.getLogger(YearsOfFacilitiesTest.class);
    private static final int FACILITIES = 3;
    private static final String FLEET = "/api/datacenters/indicators?year=2017";

    private static String id(int i) {
        return "dc-year-%03d".formatted(i);
    }

    private static boolean filled;

    @BeforeEach
    void fill() throws SQLException {
        if (filled) {
            return;
        }
        filled = true;
        tellSite("site-year", "Europe/Berlin", 1);
        for (int i = 0; i < FACILITIES; i++) {
            putFacility(
                    id(i),
                    """
                    {"siteId": "site-year", "inOperationSince": "2015-01-01", "itCapacityKw": 200, "pueCategory": "1"}
                    """);
        }
        for (YearMonth month = YearMonth.of(2016, 12);
                month.getYear() < 2018;
                month = month.plusMonths(1)) {
            execute(
                    "create table if not exists role_hour_%1$tY_%1$tm partition of role_hour for values from ('%1$tY-%1$tm-01T00:00Z') to ('%2$tY-%2$tm-01T00:00Z')"
                            .formatted(month, month.plusMonths(1)));
        }
        execute(
                """
                insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                    points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                select datacenter_id, role, start, in_all, 1, 1, 0, 1, 1, in_all, 1, 1, '{}', '{0,0,0,0}', 1
                from facility
                cross join generate_series(timestamptz '2016-12-31 23:00Z', timestamptz '2017-12-31 22:00Z', interval '1 hour') as start
                cross join (values ('FACILITY_INPUT', 1250000), ('IT', 820000), ('HEAT_EXPORT', 210000), ('WATER', 1640000))
                    as roles (role, amount)
                cross join lateral (select case when start = '2016-12-31 23:00Z' then amount else 0 end) as hour (in_all)
                where datacenter_id like 'dc-year-%'
                """);
        putFacility(
                "dc-unbalanced",
                """
                {"siteId": "site-year", "inOperationSince": "2015-01-01", "itCapacityKw": 100}
                """);
        fillUnbalanced();
    }

    /// Lighting stands above what entered in ten hours of December 2016; in an eleventh, a meter of
    /// cooling was installed.
    private static void fillUnbalanced() throws SQLException {
        execute(
                """
                insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                    points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                select 'dc-unbalanced', role, start, amount, covered, covered, 0, 1, 1, amount, covered, covered, '{}', '{0,0,0,0}', 1
                from generate_series(timestamptz '2016-12-05 00:00Z', timestamptz '2016-12-05 10:00Z', interval '1 hour') as start
                cross join (values ('FACILITY_INPUT', 100, 1), ('IT', 60, 1), ('LIGHTING', 50, 1), ('COOLING', 1, 0.5))
                    as roles (role, amount, covered)
                where role <> 'COOLING' or start = '2016-12-05 10:00Z'
                """);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                LocalStack.jdbcUrl(),
                                LocalStack.databaseUser(),
                                LocalStack.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonPath fleet() {
        return as("viewer").get(FLEET).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void theCheckComesOutForAYearThatIsComplete() {
        JsonPath year =
                as("viewer")
                        .get("/api/datacenters/dc-year-000/indicators?period=2017&granularity=year")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(year.getDouble("intervals[0].pue")).isEqualTo(1.52439);
        assertThat(year.getString("intervals[0].pueName")).isEqualTo("PUE1");
        assertThat(year.getDouble("intervals[0].erf")).isEqualTo(0.168);
        assertThat(year.getDouble("intervals[0].ere")).isEqualTo(1.268293);
        assertThat(year.getDouble("intervals[0].wue")).isEqualTo(2.0);
        assertThat(year.getDouble("intervals[0].completeness")).isEqualTo(1.0);
        assertThat(year.getDouble("intervals[0].gapShare")).isZero();
        assertThat(year.getList("intervals[0].flags")).isEmpty();
    }

    @Test
    void monthsAndDaysOfTheSitesZoneSumUpToTheYearWhateverTheirLength() {
        for (String granularity : List.of("month", "day")) {
            JsonPath parts =
                    as("viewer")
                            .get(
                                    "/api/datacenters/dc-year-001/indicators?period=2017&granularity="
                                            + granularity)
                            .jsonPath();
            List<Double> kwh =
                    new ArrayList<>(parts.getList("intervals.facilityKwh", Double.class));
            assertThat(kwh.stream().mapToDouble(Double::doubleValue).sum())
                    .as(granularity)
                    .isEqualTo(1_250_000);
        }
        JsonPath trace =
                as("viewer")
                        .get(
                                "/api/datacenters/dc-year-001/indicators/trace?period=2017&granularity=day&start=2017-03-25T23:00:00Z")
                        .jsonPath();
        assertThat(trace.getInt("expectedHours")).isEqualTo(23);
        assertThat(trace.getInt("measuredHours")).isEqualTo(23);
        // no IT energy is no PUE, and not zero
        assertThat(trace.getString("indicators[0].value")).isNull();
    }

    @Test
    void aMonthIsHeldAsItsHoursAreAndSaysSoInTraceAndFleet() {
        JsonPath balance =
                as("viewer")
                        .get("/api/datacenters/dc-unbalanced/balance?period=2016-12")
                        .jsonPath();
        JsonPath month =
                as("viewer")
                        .get(
                                "/api/datacenters/dc-unbalanced/indicators?period=2016-12&granularity=month")
                        .jsonPath();
        JsonPath trace =
                as("viewer")
                        .get(
                                "/api/datacenters/dc-unbalanced/indicators/trace?period=2016-12&granularity=month")
                        .jsonPath();
        JsonPath fleet = as("viewer").get("/api/datacenters/indicators?year=2016").jsonPath();

        assertThat(balance.getInt("hours")).isEqualTo(10);
        assertThat(balance.getBoolean("fails")).isTrue();
        assertThat(month.getString("intervals[0].pue")).isNull();
        assertThat(month.getList("intervals[0].flags", String.class)).contains("HELD_BALANCE");
        for (String indicator : List.of("PUE", "REF", "CUE_LOCATION_BASED")) {
            assertThat(
                            trace.getList(
                                    "indicators.find { it.indicator == '%s' }.missing.code"
                                            .formatted(indicator),
                                    String.class))
                    .as(indicator)
                    .contains("HELD_BALANCE");
        }
        assertThat(fleet.getString("leftOut.find { it.datacenterId == 'dc-unbalanced' }.reason"))
                .isEqualTo("HELD_BALANCE");
    }

    @Test
    void theFleetIsAskedTwiceAndComesOutTheSame() {
        long start = System.nanoTime();
        JsonPath first = fleet();
        LOG.infof("asked first: %s", Duration.ofNanos(System.nanoTime() - start));
        for (int i = 0; i < 5; i++) {
            start = System.nanoTime();
            JsonPath again = fleet();
            LOG.infof("asked again: %s", Duration.ofNanos(System.nanoTime() - start));
            assertThat(again.getString("mean.pue")).isEqualTo(first.getString("mean.pue"));
            assertThat(again.getList("included", String.class))
                    .isEqualTo(first.getList("included", String.class));
        }

        // 820,000 kWh over 8,760 hours are 47 % of 200 kW
        assertThat(first.getList("included", String.class)).contains("dc-year-000");
        assertThat(first.getDouble("mean.pue")).isEqualTo(1.52439);
        assertThat(first.getDouble("energyWeighted.pue")).isEqualTo(1.52439);
        assertThat(first.getDouble("weighted.ERF.value")).isEqualTo(0.168);
        assertThat(first.getInt("weighted.WUE.facilities")).isEqualTo(FACILITIES);
        assertThat(first.getString("weighted.CUE_LOCATION_BASED.value")).isNull();
        assertThat(
                        first.getString(
                                "weighted.CUE_LOCATION_BASED.leftOut.find { it.datacenterId == 'dc-year-000' }.reason"))
                .isEqualTo("NOT_MEASURED");
        assertThat(first.getString("stated.pue")).isNull();
    }
}

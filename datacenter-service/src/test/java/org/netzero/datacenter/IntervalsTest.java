package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Asked.tellSite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class IntervalsTest {

    /// A week ago, as hours of points are kept for some weeks only.
    @SuppressWarnings("TimeInStaticInitializer")
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(7);

    private static final Instant START = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    @Inject DataSource database;

    @Test
    void quartersOfRolesAndPointsSumUpToTheirHours() {
        register("iv-a", "site-iv-a", "");
        push(readings("iv-a", 5));
        awaitRoleHours("iv-a", 8);

        JsonPath quarters = intervals("iv-a", "granularity=quarter-hour&limit=1000");
        assertThat(quarters.getList("items")).hasSize(32);
        assertThat(quarters.getString("items[0].role")).isEqualTo("FACILITY_INPUT");
        assertThat(quarters.getString("items[0].start")).isEqualTo(START.toString());
        assertThat(quarters.getString("items[3].end"))
                .isEqualTo(START.plusSeconds(3600).toString());
        assertThat(sum(quarters, "FACILITY_INPUT")).isEqualByComparingTo("600");
        assertThat(sum(quarters, "IT")).isEqualByComparingTo("400");
        assertThat(amounts(quarters, "IT").subList(0, 4))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(
                        new BigDecimal(40),
                        new BigDecimal(20),
                        new BigDecimal(20),
                        new BigDecimal(20));

        JsonPath ofPoints = intervals("iv-a", "granularity=quarter-hour&by=point&limit=1000");
        assertThat(ofPoints.getString("items[0].point")).isEqualTo("iv-a.it");
        assertThat(amounts(ofPoints, "IT")).isEqualTo(amounts(quarters, "IT"));
    }

    @Test
    void aListGoesOnWhereThePageEndedEvenWithinAnHour() {
        register("iv-b", "site-iv-b", "");
        push(readings("iv-b", 5));
        awaitRoleHours("iv-b", 8);

        for (String by : List.of("role", "point")) {
            String query = "granularity=quarter-hour&by=" + by;
            List<Object> whole = intervals("iv-b", query + "&limit=1000").getList("items");
            var paged = new ArrayList<Object>();
            String cursor = "";
            do {
                JsonPath page = intervals("iv-b", query + "&limit=3&cursor=" + cursor);
                paged.addAll(page.<Object>getList("items"));
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            assertThat(paged).isEqualTo(whole).hasSize(32);
        }
    }

    @Test
    void asAFileTheListIsWhole() {
        register("iv-c", "site-iv-c", "");
        push(readings("iv-c", 51));
        awaitRoleHours("iv-c", 100);

        String file =
                as("viewer")
                        .accept(Table.CSV)
                        .get(
                                "/api/datacenters/iv-c/intervals?from=%s&to=%s&granularity=quarter-hour"
                                        .formatted(DAY, DAY.plusDays(3)))
                        .asString();

        assertThat(file)
                .startsWith(
                        "role,point,start,end,amount,unit,completeness,covered,flags\r\nFACILITY_INPUT,,%s"
                                .formatted(START));
        assertThat(file.lines()).hasSize(1 + 2 * 50 * 4);
    }

    @Test
    void aDayIsThatOfTheSite() {
        register("iv-d", "site-iv-d", "");
        tellSite("site-iv-d", "Asia/Shanghai", 2);
        push(readings("iv-d", 40));
        awaitRoleHours("iv-d", 78);
        Instant day = DAY.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();

        await(
                "the day of Shanghai",
                () ->
                        as("viewer")
                                .get(
                                        "/api/datacenters/iv-d/intervals?period=%s"
                                                .formatted(DAY.plusDays(1)))
                                .jsonPath()
                                .getString("items[0].start")
                                .equals(day.toString()));
        JsonPath hours =
                as("viewer")
                        .get(
                                "/api/datacenters/iv-d/intervals?limit=1000&period=%s"
                                        .formatted(DAY.plusDays(1)))
                        .jsonPath();
        assertThat(hours.getList("items")).hasSize(2 * 23);
    }

    @Test
    void whatIsNotAskedRightIsRefused() {
        register("iv-e", "site-iv-e", "");
        String address = "/api/datacenters/iv-e/intervals?";

        as("viewer")
                .get(address + "granularity=hour")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("period"));
        as("viewer")
                .get(address + "period=2026&granularity=day")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("'day' is not one of quarter-hour"));
        as("viewer")
                .get(address + "period=2026&by=room")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("'room' is not one of point, role"));
        as("viewer")
                .get(address + "period=2026&cursor=nonsense")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_CURSOR"));
        as("viewer")
                .get(address + "period=2026&limit=0")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
        as("viewer").get("/api/datacenters/nowhere/intervals?period=2026").then().statusCode(404);
        as("telemetry").get(address + "period=2026").then().statusCode(403);
        given().get(address + "period=2026").then().statusCode(401);
    }

    @Test
    void aReplayBringsBackWhatWasDeleted() throws SQLException {
        register("iv-f", "site-iv-f", "");
        push(readings("iv-f", 60));
        awaitRoleHours("iv-f", 118);
        List<String> points = pointHours("iv-f");
        List<String> roles = roleHours("iv-f");

        execute(
                "delete from point_hour where point in (select number from measuring_point where datacenter_id = 'iv-f')");
        execute("delete from role_hour where datacenter_id = 'iv-f'");
        assertThat(pointHours("iv-f")).isEmpty();
        as("steward")
                .post(
                        "/api/datacenters/iv-f/replay?from=%s&to=%s&fromState=true"
                                .formatted(DAY, DAY.plusDays(4)))
                .then()
                .statusCode(202)
                .body("points", equalTo(3))
                .body("start", equalTo(START.toString()))
                .body("hours", equalTo(3 * 96));

        await("the hours of before", () -> roleHours("iv-f").equals(roles));
        assertThat(pointHours("iv-f")).isEqualTo(points);
        push(List.of(reading("iv-f.it", START.plus(Duration.ofMinutes(30)), 65)));
        await(
                "a late reading moves what was brought back",
                () ->
                        sum(intervals("iv-f", "limit=1"), "FACILITY_INPUT").intValue() == 150
                                && quarter("iv-f").compareTo(new BigDecimal(25)) == 0);
    }

    @Test
    void whatIsThereStaysAsItIsWhenReplayed() {
        register("iv-g", "site-iv-g", "");
        push(readings("iv-g", 30));
        awaitRoleHours("iv-g", 58);
        List<String> roles = roleHours("iv-g");
        List<Long> versions = versions("iv-g");

        for (int i = 0; i < 2; i++) {
            as("admin")
                    .post(
                            "/api/datacenters/iv-g/replay?from=%s&to=%s&fromState=true"
                                    .formatted(DAY, DAY.plusDays(2)))
                    .then()
                    .statusCode(202);
        }
        push(readings("iv-g", 31));
        awaitRoleHours("iv-g", 60);

        assertThat(roleHours("iv-g")).containsAll(roles);
        assertThat(versions("iv-g").subList(0, 50)).isEqualTo(versions.subList(0, 50));
    }

    @Test
    void aReplayThatCannotBeIsRefused() {
        register("iv-h", "site-iv-h", "");

        as("steward")
                .post("/api/datacenters/iv-h/replay?period=2012")
                .then()
                .statusCode(409)
                .body("type", containsString("readings-no-longer-held"))
                .body("detail", containsString("readings are held since"));
        as("steward").post("/api/datacenters/iv-h/replay").then().statusCode(400);
        as("steward").post("/api/datacenters/iv-h/replay?period=2190").then().statusCode(400);
        as("steward").post("/api/datacenters/nowhere/replay?period=" + DAY).then().statusCode(404);
        as("viewer").post("/api/datacenters/iv-h/replay?period=" + DAY).then().statusCode(403);
        as("telemetry").post("/api/datacenters/iv-h/replay?period=" + DAY).then().statusCode(403);
    }

    @Test
    void theStatusCountsReadingsAndShowsThatNothingWaits() {
        register("iv-i", "site-iv-i", "");
        JsonPath before = as("viewer").get("/api/datacenters/telemetry/status").jsonPath();
        List<String> readings = readings("iv-i", 10);

        push(readings);
        push(readings);
        as("telemetry")
                .contentType("application/json")
                .body("{\"readings\":[" + reading("iv-i.nowhere", START, 1) + "]}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200);

        await(
                "the status",
                () -> {
                    JsonPath now = as("viewer").get("/api/datacenters/telemetry/status").jsonPath();
                    return grew(before, now, "taken") >= 2L * readings.size()
                            && grew(before, now, "duplicates") >= readings.size()
                            && grew(before, now, "refused") >= 1
                            && now.getLong("lag.readings.records") == 0
                            // null while Streams is not at work, so not yet
                            && "0".equals(now.getString("lag.points.records"))
                            && "0".equals(now.getString("lag.historyPoints.records"))
                            && now.getLong("lag.history.records") == 0
                            && now.getLong("lag.hours.records") == 0
                            && now.getString("lastReading") != null;
                });
        as("telemetry").get("/api/datacenters/telemetry/status").then().statusCode(403);
    }

    private static long grew(JsonPath before, JsonPath now, String what) {
        return now.getLong("sinceStart." + what) - before.getLong("sinceStart." + what);
    }

    /// Hours of 150 kWh in and 100 kWh for IT; the first quarter of each IT hour has twice as much
    /// as the others.
    private static List<String> readings(String id, int hours) {
        var readings = new ArrayList<String>();
        for (int hour = 0; hour < hours; hour++) {
            Instant time = START.plus(hour, ChronoUnit.HOURS);
            readings.add(reading(id + ".total", time, hour * 0.15));
            readings.add(reading(id + ".it", time, hour * 100));
            if (hour < hours - 1) {
                readings.add(reading(id + ".it", time.plusSeconds(900), hour * 100 + 40));
            }
        }
        return readings;
    }

    private static JsonPath intervals(String id, String query) {
        return as("viewer")
                .get(
                        "/api/datacenters/%s/intervals?from=%s&to=%s&%s"
                                .formatted(id, DAY, DAY.plusDays(3), query))
                .jsonPath();
    }

    private static List<BigDecimal> amounts(JsonPath told, String role) {
        return told
                .<String>getList("items.findAll { it.role == '%s' }.amount".formatted(role))
                .stream()
                .map(BigDecimal::new)
                .toList();
    }

    private static BigDecimal sum(JsonPath told, String role) {
        return amounts(told, role).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The first quarter but one of IT.
    private static BigDecimal quarter(String id) {
        return amounts(intervals(id, "granularity=quarter-hour"), "IT").get(1);
    }

    private static void awaitRoleHours(String id, int count) {
        await(
                count + " hours of " + id,
                () ->
                        intervals(id, "limit=1000")
                                        .getList(
                                                "items.findAll { it.completeness.toString() as BigDecimal == 1 }")
                                        .size()
                                == count);
    }

    private List<String> roleHours(String id) {
        return strings(
                """
                select (role, start, amount, measured, covered, flags, points, measured_sum, covered_sum,
                        flag_points, quarters, points_without_quarters)::text
                from role_hour where datacenter_id = '%s' and version > 0 order by start, role\
                """
                        .formatted(id));
    }

    private List<Long> versions(String id) {
        return strings(
                        "select version::text from role_hour where datacenter_id = '%s' and version > 0 order by start, role"
                                .formatted(id))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> pointHours(String id) {
        return strings(
                """
                select h::text from point_hour h join measuring_point p on p.number = h.point
                where p.datacenter_id = '%s' and (h.covered > 0 or h.flags <> 0) order by h.point, h.start\
                """
                        .formatted(id));
    }

    private List<String> strings(String query) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}

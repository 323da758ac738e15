package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Asked.tellSite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class SavingsOverHttpTest {

    private static final int HOURS = 20 * 24;

    /// From the eleventh day on a tenth is saved.
    private static final int RETROFIT = 10 * 24;

    private static ValidatableResponse importing(String kind, String file) {
        return as("steward")
                .contentType(Table.CSV)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/" + kind)
                .then();
    }

    private static ValidatableResponse put(String address, String body) {
        return as("steward")
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/api/datacenters/" + address)
                .then();
    }

    private static double temperature(int hour) {
        return 10 + 8 * Math.sin(hour * 2 * Math.PI / 24) + hour % 17 * 0.3;
    }

    private static void weather(String series) {
        var file = new StringBuilder("series,start,end,temperatureC\r\n");
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = MARCH.plus(Duration.ofHours(hour));
            file.append(
                    "%s,%s,%s,%.6f\r\n"
                            .formatted(
                                    series,
                                    start,
                                    start.plus(Duration.ofHours(1)),
                                    temperature(hour)));
        }
        importing("weather", file.toString())
                .statusCode(200)
                .body("accepted", equalTo(HOURS))
                .body("rejected", equalTo(List.of()));
    }

    /// 40 + 2 T + 1.2 IT kWh an hour, and a little noise.
    private static void measure(String id) {
        register(id, "site-" + id, "");
        var random = new Random(11);
        var readings = new ArrayList<String>();
        double total = 0;
        double it = 0;
        for (int hour = 0; hour <= HOURS; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            readings.add(reading(id + ".total", time, total / 1_000));
            readings.add(reading(id + ".it", time, it));
            double load = 100 + 10 * random.nextGaussian();
            double kwh = 40 + 2 * temperature(hour) + 1.2 * load + random.nextGaussian();
            total += hour < RETROFIT ? kwh : 0.9 * kwh;
            it += load;
        }
        push(readings);
        Asked.eventually(id, "month", HOURS);
    }

    private static String model(String series, String to, String granularity) {
        return """
        {'model': {'from': '2026-03-01', 'to': '%s', 'granularity': '%s',
                   'variables': [{'kind': 'TEMPERATURE', 'weatherSeries': '%s'}, {'kind': 'IT_ENERGY'}]},
         'gridFactor': {'kgCo2ePerKwh': '0.5', 'source': 'national factor'}}\
        """
                .formatted(to, granularity, series);
    }

    private static JsonPath savings(String id, String more) {
        return as("viewer")
                .get(
                        "/api/datacenters/%s/savings?from=2026-03-11&to=2026-03-21%s"
                                .formatted(id, more))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aTenthIsSavedAgainstTheModelOfTheTimeBefore() {
        weather("ws-1");
        measure("dc-save1");
        put("dc-save1/baselines/before", model("ws-1", "2026-03-11", "hour")).statusCode(200);

        JsonPath told = savings("dc-save1", "");

        assertThat(told.getInt("intervals")).isEqualTo(240);
        assertThat(Double.parseDouble(told.getString("savedShare"))).isCloseTo(0.1, within(0.005));
        double saved = Double.parseDouble(told.getString("savedKwh"));
        assertThat(Double.parseDouble(told.getString("savedKgCo2e")))
                .isCloseTo(saved / 2, within(1e-6));
        assertThat(Double.parseDouble(told.getString("uncertainty.halfWidthKwh")))
                .isLessThan(saved / 10);
        assertThat(told.getDouble("uncertainty.ofSaving")).isLessThan(0.1);
        assertThat(told.getString("effect")).isEqualTo("INSIDE_INVENTORY");
        assertThat(told.getInt("model.intervals")).isEqualTo(240);
        assertThat(told.getInt("model.parameters")).isEqualTo(3);
        assertThat(told.getDouble("model.rSquared")).isGreaterThan(0.99);
        assertThat(told.getDouble("model.terms[1].estimate")).isCloseTo(2, within(0.1));
        assertThat(told.getBoolean("model.acceptance.accepted")).isTrue();
        assertThat(told.getString("model.acceptance.source")).contains("Guideline 14");
        as("viewer")
                .accept(Table.CSV)
                .get("/api/datacenters/dc-save1/savings?from=2026-03-11&to=2026-03-21")
                .then()
                .statusCode(200)
                .body(containsString(",before,"));
        // a day that the model was fitted to is no proof of it
        assertThat(
                        as("viewer")
                                .get("/api/datacenters/dc-save1/savings?period=2026-03-02")
                                .jsonPath()
                                .getList("flags", String.class))
                .contains("OVERLAPS_BASELINE_PERIOD");
    }

    @Test
    void aModelThatItsDataDoNotCarryGivesNoNumber() {
        weather("ws-2");
        measure("dc-save2");
        put("dc-save2/baselines/short", model("ws-2", "2026-03-02", "hour")).statusCode(200);
        put("dc-save2/baselines/months", model("ws-2", "2026-03-11", "month")).statusCode(200);
        put(
                        "dc-save2/baselines/collinear",
                        """
                        {'model': {'from': '2026-03-01', 'to': '2026-03-11', 'granularity': 'hour',
                                   'variables': [{'kind': 'TEMPERATURE', 'weatherSeries': 'ws-2'},
                                                 {'kind': 'COOLING_DEGREE_HOURS', 'weatherSeries': 'ws-2', 'balanceTemperatureC': '-40'}]}}\
                        """)
                .statusCode(200);

        for (String refused : List.of("short", "months", "collinear")) {
            as("viewer")
                    .get("/api/datacenters/dc-save2/savings?period=2026-03-15&baseline=" + refused)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("BASELINE_REFUSED"))
                    .body(
                            "detail",
                            containsString(
                                    refused.equals("collinear")
                                            ? "COLLINEAR"
                                            : "TOO_FEW_INTERVALS"));
        }
        as("viewer")
                .get("/api/datacenters/dc-save2/savings?period=2026-03-15")
                .then()
                .statusCode(400)
                .body("detail", containsString("collinear, months, short"));
        as("viewer")
                .get("/api/datacenters/dc-save2/savings?period=2026-03-15&baseline=none")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_REGISTERED"));
    }

    @Test
    void aModelByTheDayHasNoThresholdButOnesOwn() {
        weather("ws-3");
        measure("dc-save3");
        put(
                        "dc-save3/baselines/hour",
                        model("ws-3", "2026-03-11", "hour")
                                .replace(
                                        "'granularity'",
                                        "'acceptance': {'cvRmseAtMost': '0.000001', 'nmbeAtMost': '0.05', 'source': 'our own'}, 'granularity'"))
                .statusCode(200);

        JsonPath told = savings("dc-save3", "&baseline=hour");
        assertThat(told.getBoolean("model.acceptance.accepted")).isFalse();
        assertThat(told.getList("flags", String.class)).contains("MODEL_NOT_ACCEPTED");
        // no interval of a later month is known, so nothing is said of it
        JsonPath later =
                as("viewer")
                        .get("/api/datacenters/dc-save3/savings?period=2026-04&baseline=hour")
                        .jsonPath();
        assertThat(later.getString("savedKwh")).isNull();
        assertThat(later.getList("missing", String.class)).containsExactly("NO_INTERVAL_KNOWN");
        // and by the day ten days are too few for three coefficients
        put("dc-save3/baselines/day", model("ws-3", "2026-03-11", "day")).statusCode(200);
        as("viewer")
                .get("/api/datacenters/dc-save3/baselines/day")
                .then()
                .statusCode(409)
                .body("detail", containsString("by the day needs 30"));
    }

    @Test
    void aBaselineBuildingIsComparedUnderTheSameLoad() {
        measure("dc-save4");
        put(
                        "dc-save4/baselines/building",
                        "{'building': {'specificEnergyKwh': '1.8', 'per': 'IT_KWH', 'source': 'design of the building before'}}")
                .statusCode(200);

        JsonPath told = savings("dc-save4", "");
        double actual = Double.parseDouble(told.getString("actualKwh"));
        double baseline = Double.parseDouble(told.getString("baselineKwh"));
        assertThat(baseline).isCloseTo(1.8 * 24_000, within(500.0));
        assertThat(Double.parseDouble(told.getString("savedKwh")))
                .isCloseTo(baseline - actual, within(1e-6));
        assertThat(told.getString("uncertainty")).isNull();
        assertThat(told.getString("savedKgCo2e")).isNull();
        assertThat(told.getList("missing", String.class)).containsExactly("GRID_FACTOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | model | ONE_BASELINE",
                "{'model': {'from': '2026-02', 'to': '2026-01', 'granularity': 'hour'}} | model.to | END_NOT_AFTER_START",
                "{'model': {'from': '2026-01', 'to': '2026-02', 'granularity': 'week'}} | model.granularity | UNKNOWN_VALUE",
                "{'model': {'from': '2026-01', 'to': '2026-02', 'granularity': 'hour'}} | model.variables | REQUIRED",
                "{'model': {'variables': [{'kind': 'TEMPERATURE'}]}} | model.variables[0].temperaturePoint | ONE_SOURCE",
                "{'model': {'variables': [{'kind': 'TEMPERATURE', 'weatherSeries': 'nowhere'}]}} | model.variables[0].weatherSeries | UNKNOWN_SERIES",
                "{'model': {'variables': [{'kind': 'IT_ENERGY', 'weatherSeries': 'ws'}]}} | model.variables[0].temperaturePoint | NOT_APPLICABLE",
                "{'model': {'variables': [{'kind': 'COOLING_DEGREE_HOURS', 'temperaturePoint': 'dc-save5.it'}]}} | model.variables[0].balanceTemperatureC | REQUIRED",
                "{'building': {'specificEnergyKwh': '0', 'per': 'IT_KWH', 'source': 's'}} | building.specificEnergyKwh | NOT_POSITIVE",
                "{'building': {'specificEnergyKwh': '1.5', 'per': 'IT_KWH'}} | building.source | REQUIRED",
                "{'building': {'specificEnergyKwh': '900', 'per': 'M2_AND_YEAR', 'source': 's'}} | building.floorAreaM2 | REQUIRED",
                "{'energyRole': 'WATER', 'building': {'specificEnergyKwh': '900', 'per': 'IT_KWH', 'source': 's'}} | energyRole | NOT_ENERGY",
            })
    void aBaselineThatSaysTooLittleIsRefused(String body, String field, String code) {
        register("dc-save5", "site-dc-save5", "");

        put("dc-save5/baselines/b", body)
                .statusCode(400)
                .body("violations.find { it.field == '%s' }.code".formatted(field), equalTo(code));
    }

    @Test
    void aYearOfALeapYearIsNoMoreThanAYear() throws SQLException {
        register("dc-leap", "site-dc-leap", "");
        WrittenHours.write(
                "dc-leap",
                MeasuringRole.FACILITY_INPUT,
                "1",
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2025-01-01T00:00:00Z"),
                0);
        put(
                        "dc-leap/baselines/area",
                        """
                        {"building": {"specificEnergyKwh": "100", "per": "M2_AND_YEAR", "floorAreaM2": "100", "source": "s"}}
                        """)
                .statusCode(200);

        as("viewer")
                .get("/api/datacenters/dc-leap/savings?period=2024")
                .then()
                .statusCode(200)
                .body("baselineKwh", equalTo("10000"))
                .body("actualKwh", equalTo("8784"));
    }

    @Test
    void weatherThatCannotBeIsRefusedRowByRow() {
        importing(
                        "weather",
                        """
                        series,start,end,temperatureC
                        ws-6,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,-5.5
                        ws-6,2026-03-01T01:00:00Z,2026-03-01T02:00:00Z,
                        ws-6,2026-03-01T02:00:00Z,2026-03-01T03:00:00Z,268.15
                        ws-6,2026-03-01,2026-03-02,4
                        ws-6,2026-03-01T03:00:00Z,2026-03-01T03:20:00Z,4
                        ws-6,2026-03-02T00:00:00+08:00,2026-03-03T00:00:00+08:00,4
                        """)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "REQUIRED",
                                        "OUT_OF_RANGE",
                                        "NOT_AN_INSTANT",
                                        "NOT_AN_HOUR_OR_DAY")));
        importing(
                        "weather",
                        """
                        series,start,end,temperatureC,supersedes
                        ws-6,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,-5.5,
                        ws-6,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,-6,
                        ws-6,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,-7,ws-6/2026-03-01T00:00:00Z
                        """)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected.code", equalTo(List.of("ID_CONFLICT")));
    }

    @Test
    void projectsOfTheDataSetGiveTheirFiguresOrSayWhatIsMissing() throws IOException {
        for (String site : List.of("tianjin-binhai", "huailai", "qingpu")) {
            tellSite(site, "Asia/Shanghai", 1);
        }
        String file = Files.readString(Path.of("../deploy/data/report-2021/projects.csv"));
        int figures = (int) file.lines().count() - 1;
        importing("projects", file)
                .statusCode(200)
                .body("rejected", equalTo(List.of()))
                .body("accepted", equalTo(figures));
        importing("projects", file).statusCode(200).body("duplicates", equalTo(figures));

        JsonPath told = as("viewer").get("/api/datacenters/projects").jsonPath();

        String tianjin = "items.find { it.projectId == 'tianjin-heat-recovery' }.";
        assertThat(told.getString(tianjin + "effect")).isEqualTo("EXPORTED_AVOIDED");
        String trees = tianjin + "figures.find { it.quantity == 'TREES' }.";
        assertThat(told.getString(trees + "reproduced.value")).isEqualTo("2863387.978142");
        assertThat(told.getString(trees + "reproduced.differencePercent")).isEqualTo("-0.0214");
        String avoided = tianjin + "figures.find { it.quantity == 'CO2_AVOIDED' }.";
        assertThat(told.getString(avoided + "reproduced")).isNull();
        assertThat(told.getList(avoided + "missing", String.class))
                .containsExactly(
                        "DELIVERED_HEAT",
                        "REPLACED_HEAT_FACTOR",
                        "HEAT_PUMP_ELECTRICITY",
                        "GRID_FACTOR");

        String binhai = "items.find { it.projectId == 'binhai-building-4' }.";
        assertThat(told.getString(binhai + "implied[0].quantity")).isEqualTo("BASELINE_CO2");
        assertThat(told.getString(binhai + "implied[0].value")).isEqualTo("118325652.173913");
        assertThat(
                        told.getList(
                                binhai + "figures.find { it.quantity == 'SHARE_SAVED' }.missing",
                                String.class))
                .containsExactly("ACTUAL_ENERGY", "BASELINE_ENERGY");

        String block = "items.find { it.projectId == 't-block-4' }.";
        String perServer = block + "implied.find { it.quantity == 'ENERGY_SAVED_PER_SERVER' }.";
        assertThat(told.getString(perServer + "value")).isEqualTo("833.333333");
        assertThat(told.getList(perServer + "assumptions")).isEmpty();
        String pue = block + "implied.find { it.quantity == 'CONVENTIONAL_PUE' }.";
        // 1.3 + 250e6 / (300,000 · 0.35 · 8,760)
        assertThat(told.getString(pue + "value")).isEqualTo("1.571798");
        assertThat(told.getList(pue + "assumptions", String.class)).containsExactly("SERVER_POWER");
        assertThat(
                        told.getList(
                                block + "figures.find { it.quantity == 'ENERGY_SAVED' }.missing",
                                String.class))
                .containsExactly("CONVENTIONAL_PUE");

        String qingpu = "items.find { it.projectId == 'qingpu-tri-generation' }.";
        assertThat(told.getString(qingpu + "effect")).isEqualTo("INSIDE_INVENTORY");
        assertThat(told.getList(qingpu + "figures[0].missing")).hasSize(8);
        as("viewer")
                .accept(Table.CSV)
                .get("/api/datacenters/projects")
                .then()
                .statusCode(200)
                .body(containsString("t-block-4,T-Block generation 4,EFFICIENCY"));
    }

    @Test
    void aProjectIsCorrectedWithAllOfItsFigures() {
        String header =
                "projectId,name,kind,siteId,effect,quantity,value,unit,basis,evidence,supersedes\n";
        importing(
                        "projects",
                        header
                                + """
                                pr-fix,Wrong,EFFICIENCY,,,PUE,1.3,1,,,
                                pr-fix,Wrong,EFFICIENCY,,,SERVERS,10,count,,,
                                """)
                .body("accepted", equalTo(2));

        // one of two, and two that differ
        importing("projects", header + "pr-fix,Right,EFFICIENCY,,,PUE,1.3,1,,,pr-fix/PUE\n")
                .body("accepted", equalTo(0))
                .body("rejected.code", equalTo(List.of("PROJECT_DIFFERS")));
        importing(
                        "projects",
                        header
                                + """
                                pr-fix,Right,EFFICIENCY,,,PUE,1.3,1,,,pr-fix/PUE
                                pr-fix,Other,EFFICIENCY,,,SERVERS,10,count,,,pr-fix/SERVERS
                                """)
                .body("accepted", equalTo(0))
                .body("rejected.code", equalTo(List.of("PROJECT_DIFFERS", "PROJECT_DIFFERS")));

        importing(
                        "projects",
                        header
                                + """
                                pr-fix,Right,EFFICIENCY,,,PUE,1.3,1,,,pr-fix/PUE
                                pr-fix,Right,EFFICIENCY,,,SERVERS,10,count,,,pr-fix/SERVERS
                                pr-fix,Right,EFFICIENCY,,,SERVER_POWER,350,W,ASSUMED,a guess,
                                """)
                .body("accepted", equalTo(3));
        importing("projects", header + "pr-fix,Wrong,EFFICIENCY,,,ENERGY_SAVED,3,kWh,,,\n")
                .body("rejected.code", equalTo(List.of("PROJECT_DIFFERS")));
    }

    @Test
    void theFirstRowThatIsTakenDecidesWhatAProjectIs() {
        importing(
                        "projects",
                        """
                        projectId,name,kind,siteId,effect,quantity,value,unit,basis,evidence,supersedes
                        pr-first,Refused,EFFICIENCY,,,PUE,1.3,1,,,pr-first/PUE
                        pr-first,Taken,EFFICIENCY,,,PUE,1.3,1,,,
                        """)
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(List.of("UNKNOWN_RECORD")));
    }

    @Test
    void projectsThatContradictThemselvesAreRefused() {
        importing(
                        "projects",
                        """
                        projectId,name,kind,siteId,effect,quantity,value,unit,basis,evidence
                        pr-1,One,EFFICIENCY,,,PUE,1.3,1,,
                        pr-1,Other,EFFICIENCY,,,SERVERS,10,count,,
                        pr-2,Two,EFFICIENCY,,,SERVER_POWER,350,W,ASSUMED,
                        pr-3,Three,EFFICIENCY,,,ENERGY_SAVED,3,t,,
                        pr-4,Four,EFFICIENCY,,,ENERGY_SAVED,,kWh,,
                        pr-5,Five,EFFICIENCY,,,SERVERS,0,count,,
                        pr-6,Six,EFFICIENCY,site-nowhere-6,,PUE,1.3,1,,
                        pr-7,Seven,MAGIC,,NETTED,PUE,1.3,1,,
                        """)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "PROJECT_DIFFERS",
                                        "REQUIRED",
                                        "UNIT_DOES_NOT_FIT",
                                        "REQUIRED",
                                        "NOT_POSITIVE",
                                        "UNKNOWN_SITE",
                                        "UNKNOWN_VALUE",
                                        "UNKNOWN_VALUE")));
        importing(
                        "datacenters",
                        """
                        datacenterId,siteId,inOperationSince
                        projects,s,2020-01-01
                        """)
                .statusCode(200)
                .body("rejected.code", equalTo(List.of("RESERVED")));
    }
}

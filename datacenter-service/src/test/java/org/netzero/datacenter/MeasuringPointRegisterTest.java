package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// The register of measuring points, and how readings find their point in it.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class MeasuringPointRegisterTest {

    private static final Logger LOG = Logger.getLogger(MeasuringPointRegisterTest.class);

    private static final String V2 = "/api/telemetry/influx/api/v2/write?precision=s";
    private static final long MARCH_SECONDS = MARCH.getEpochSecond();

    private static ValidatableResponse put(String address, String body) {
        return as("steward").contentType("application/json").body(body).put(address).then();
    }

    private static ValidatableResponse post(String address, String body) {
        return as("steward").contentType("application/json").body(body).post(address).then();
    }

    private static RequestSpecification bound(String client, String... datacenters) {
        return given().auth()
                .oauth2(LocalStack.boundToken(client, Set.of(datacenters), "telemetry"));
    }

    private static ValidatableResponse write(RequestSpecification sender, String lines) {
        return sender.contentType("text/plain; charset=utf-8")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(V2)
                .then();
    }

    private static String point(String id, String more) {
        return """
        {"pointId": "%s", "role": "IT", "quantity": "ENERGY_COUNTER", "unit": "kWh"%s}\
        """
                .formatted(id, more);
    }

    // the register

    @Test
    void pointsAreListedPageByPageAndByWhatIsAskedFor() {
        register("reg-list", "site-reg", "");
        put(
                        "/api/datacenters/reg-list/points",
                        "["
                                + point("reg-list.a", ", \"room\": \"Hall 1\"")
                                + ","
                                + point("reg-list.b", ", \"room\": \"Hall 1\"")
                                + ","
                                + point("reg-list.c", ", \"room\": \"Hall 2\"")
                                + "]")
                .statusCode(200)
                .body("pointId", equalTo(List.of("reg-list.a", "reg-list.b", "reg-list.c")));

        JsonPath first = as("viewer").get("/api/datacenters/reg-list/points?limit=4").jsonPath();
        assertThat(first.getList("items.pointId", String.class))
                .containsExactly("reg-list.a", "reg-list.b", "reg-list.c", "reg-list.heat");
        JsonPath second =
                as("viewer")
                        .get(
                                "/api/datacenters/reg-list/points?limit=4&cursor="
                                        + first.getString("nextCursor"))
                        .jsonPath();
        assertThat(second.getList("items.pointId", String.class))
                .containsExactly("reg-list.it", "reg-list.total");
        assertThat(second.getString("nextCursor")).isNull();
        as("viewer")
                .get("/api/datacenters/reg-list/points?room=Hall 1&role=IT&state=ACTIVE")
                .then()
                .statusCode(200)
                .body("items.pointId", equalTo(List.of("reg-list.a", "reg-list.b")));
        as("viewer")
                .get("/api/datacenters/reg-list/rooms")
                .then()
                .statusCode(200)
                .body("items.room", equalTo(List.of("Hall 1", "Hall 2")))
                .body("items.points", equalTo(List.of(2, 1)));
        as("viewer")
                .get("/api/datacenters/reg-list/points/reg-list.c")
                .then()
                .statusCode(200)
                .body("room", equalTo("Hall 2"))
                .body("state", equalTo("ACTIVE"));
        as("viewer")
                .get("/api/datacenters/reg-list/points/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_POINT"))
                .body("detail", containsString("'nothing'"));
        as("viewer")
                .get("/api/datacenters/reg-list/points?role=IDLE")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("role"));
    }

    @Test
    void aFileOfPointsIsTheOneThatIsImported() {
        register("reg-csv", "site-reg", "");
        put(
                        "/api/datacenters/reg-csv/points",
                        "[" + point("reg-csv.sub", ", \"parent\": \"reg-csv.total\"") + "]")
                .statusCode(200);

        String file =
                as("viewer").accept("text/csv").get("/api/datacenters/reg-csv/points").asString();

        assertThat(file)
                .startsWith(
                        "pointId,datacenterId,role,quantity,unit,maximum,ratedPower,bidirectional,revisions,parent,room");
        as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/points")
                .then()
                .statusCode(200)
                .body("duplicates", equalTo(4))
                .body("rejected", hasSize(0));
    }

    @Test
    void aMainMeterIsOfTheSameFacilityAndStandsBehindNoOtherOfItsSubMeters() {
        register("reg-main", "site-reg", "");
        register("reg-other", "site-reg", "");
        String address = "/api/datacenters/reg-main/points";
        put(
                        address,
                        "["
                                + point("reg-main.s1", ", \"parent\": \"reg-main.total\"")
                                + ","
                                + point("reg-main.s2", ", \"parent\": \"reg-main.s1\"")
                                        .replace("\"IT\"", "\"COOLING\"")
                                + "]")
                .statusCode(200);
        put(address, "[" + point("reg-main.s3", ", \"parent\": \"reg-main.s2\"") + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].parent"))
                .body("violations[0].code", equalTo("PARENT_OF_SAME_ROLE"))
                .body("violations[0].message", containsString("'reg-main.s1' counts for IT"));

        put(address, "[" + point("reg-main.s1", ", \"parent\": \"reg-main.s2\"") + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].parent"))
                .body("violations[0].code", equalTo("PARENT_IN_A_CIRCLE"))
                .body(
                        "violations[0].message",
                        containsString("reg-main.s1 → reg-main.s2 → reg-main.s1"));
        put(address, "[" + point("reg-main.s1", ", \"parent\": \"reg-main.s1\"") + "]")
                .statusCode(400)
                .body("violations[0].code", equalTo("PARENT_IN_A_CIRCLE"));
        put(
                        address,
                        "["
                                + point("reg-main.new", "")
                                + ","
                                + point("reg-main.s3", ", \"parent\": \"reg-other.total\"")
                                + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[1].parent"))
                .body("violations[0].code", equalTo("UNKNOWN_PARENT"))
                .body("violations[0].message", containsString("'reg-other.total'"));
        as("viewer").get(address + "/reg-main.new").then().statusCode(404);
        put(
                        address,
                        """
                        [{"pointId": "reg-main.w", "role": "WATER", "quantity": "WATER_COUNTER", "unit": "m3",
                          "parent": "reg-main.total"}]\
                        """)
                .statusCode(400)
                .body("violations[0].code", equalTo("PARENT_DOES_NOT_FIT"));
        as("viewer")
                .get(address + "?parent=reg-main.total")
                .then()
                .body("items.pointId", equalTo(List.of("reg-main.s1")));
        as("steward")
                .contentType("text/csv")
                .body(
                        """
                        pointId,datacenterId,role,quantity,unit,parent
                        reg-main.i1,reg-main,IT,POWER,kW,reg-main.i2
                        reg-main.i2,reg-main,IT,POWER,kW,reg-main.i1
                        reg-main.i3,reg-main,IT,POWER,kW,reg-main.i1
                        reg-main.i4,reg-main,COOLING,POWER,kW,reg-main.i5
                        reg-main.i5,reg-main,IT,POWER,kW,reg-main.total
                        """)
                .post("/api/imports/points")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(List.of(2, 3, 4)))
                .body("rejected[0].column", equalTo("parent"))
                .body("rejected[0].code", equalTo("PARENT_IN_A_CIRCLE"))
                .body("rejected[2].code", equalTo("UNKNOWN_PARENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, degC, WEATHER, ",
        "TEMPERATURE, °C, HEAT_EXPORT, ",
        "FLOW, m3/h, HEAT_EXPORT, ",
        "FLOW, L/s, WATER, ",
        "HEAT_COUNTER, GJ, HEAT_EXPORT, ",
        "POWER, kW, WEATHER, ROLE_DOES_NOT_FIT",
        "WATER_COUNTER, L, IT, ROLE_DOES_NOT_FIT",
        "ENERGY_COUNTER, kWh, WATER, ROLE_DOES_NOT_FIT",
        "FLOW, kW, OTHER, UNIT_DOES_NOT_FIT",
    })
    void whatBelongsToNoSumMayHaveAnyRole(
            String quantity, String unit, String role, @Nullable String refusal) {
        register("reg-role", "site-reg", "");

        var answer =
                put(
                        "/api/datacenters/reg-role/points",
                        """
                        [{"pointId": "reg-role.%s.%s", "role": "%s", "quantity": "%s", "unit": "%s"}]\
                        """
                                .formatted(quantity, role, role, quantity, unit));

        if (refusal == null) {
            answer.statusCode(200);
        } else {
            answer.statusCode(400).body("violations[0].code", equalTo(refusal));
        }
    }

    @Test
    void anIdMayHaveSlashesAsTheNamesOfSeriesDo() {
        register("reg-slash", "site-reg", "");
        put("/api/datacenters/reg-slash/points", "[" + point("energy/reg-slash/m1/value", "") + "]")
                .statusCode(200);

        write(as("telemetry"), "energy,dc=reg-slash,meter=m1 value=1 %d\n".formatted(MARCH_SECONDS))
                .statusCode(204);
        String address = "/api/datacenters/reg-slash/points/energy/reg-slash/m1/value";
        as("viewer")
                .get(address)
                .then()
                .statusCode(200)
                .body("pointId", equalTo("energy/reg-slash/m1/value"));
        as("viewer").get(address + "/exchanges").then().statusCode(200).body("items", hasSize(0));
        put(address + "/state", "{\"state\": \"REVOKED\"}")
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        put("/api/datacenters/reg-slash/points", "[" + point("energy/state", "") + "]")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_AN_ID"));
        put("/api/datacenters/reg-slash/points", "[" + point("energy//m1", "") + "]")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_AN_ID"));
        put(
                        "/api/datacenters/reg-slash/points",
                        "[" + point("reg-slash.x", "") + "," + point("reg-slash.x", "") + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[1].pointId"))
                .body("violations[0].code", equalTo("REPEATED_ID"));
    }

    @Test
    void aFileOfAHundredThousandPointsIsImportedWithTheSameRefusals() {
        register("reg-bulk", "site-reg", "");
        String file =
                IntStream.range(0, 100_000)
                        .mapToObj(i ->
                                "reg-bulk.%d,reg-bulk,IT,ENERGY_COUNTER,kWh,%s\n"
                                        .formatted(i % 99_999, i == 99_999 ? "5" : ""))
                        .collect(
                                Collectors.joining(
                                        "",
                                        "pointId,datacenterId,role,quantity,unit,maximum\n",
                                        "reg-bulk.x,reg-nowhere,IT,ENERGY_COUNTER,kWh,\n"));
        long start = System.nanoTime();

        JsonPath first = imported(file);

        LOG.infof(
                "100,000 points imported in %d ms",
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(first.getInt("accepted")).isEqualTo(99_999);
        assertThat(first.getList("rejected.line")).containsExactly(100_001, 100_002);
        assertThat(first.getList("rejected.code"))
                .containsExactly("ID_CONFLICT", "UNKNOWN_DATACENTER");
        JsonPath again = imported(file);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("duplicates")).isEqualTo(99_999);
    }

    private static JsonPath imported(String file) {
        return as("steward")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/points")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    // states and owners

    private static String refusalOf(RequestSpecification sender, String pointId) {
        return sender.contentType("application/json")
                .body("{\"readings\": [" + reading(pointId, MARCH, 1) + "]}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("UNKNOWN_POINT"))
                .extract()
                .jsonPath()
                .getString("rejected[0].message")
                .replace(pointId, "…");
    }

    @Test
    void revokedForeignAndUnknownPointsAreRefusedInTheSameWords() {
        register("reg-own", "site-reg", "");
        register("reg-foreign", "site-reg", "");
        String state = "/api/datacenters/reg-own/points/reg-own.it/state";
        push(List.of(reading("reg-own.it", MARCH, 1)));
        String lines =
                "m,point=%s value=1 "
                        + MARCH_SECONDS
                        + "\nm,point=reg-own.total value=1 "
                        + MARCH_SECONDS;
        write(as("telemetry"), lines.formatted("reg-foreign.it")).statusCode(204);

        String unknown = refusalOf(as("telemetry"), "reg-nobody");
        assertThat(refusalOf(bound("gw-own", "reg-own"), "reg-foreign.it")).isEqualTo(unknown);
        put(state, "{\"state\": \"REVOKED\"}").statusCode(200).body("state", equalTo("REVOKED"));
        assertThat(refusalOf(as("telemetry"), "reg-own.it")).isEqualTo(unknown);
        as("viewer")
                .get("/api/datacenters/reg-own/points?state=REVOKED")
                .then()
                .body("items.pointId", equalTo(List.of("reg-own.it")));

        // of lines, with the series held for one who may, and asked twice
        for (int i = 0; i < 2; i++) {
            write(bound("gw-own", "reg-own"), lines.formatted("reg-foreign.it"))
                    .statusCode(400)
                    .body("accepted", equalTo(1))
                    .body("rejected", hasSize(1))
                    .body("rejected[0].line", equalTo(1))
                    .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
            write(as("telemetry"), lines.formatted("reg-foreign.it")).statusCode(204);
            write(as("telemetry"), lines.formatted("reg-own.it"))
                    .statusCode(400)
                    .body("accepted", equalTo(1))
                    .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
        }

        put(state, "{\"state\": \"ACTIVE\"}").statusCode(200).body("state", equalTo("ACTIVE"));
        push(List.of(reading("reg-own.it", MARCH, 1)));
        put(state, "{\"state\": \"PENDING\"}").statusCode(400);
        put(state, "{}").statusCode(400).body("violations[0].code", equalTo("REQUIRED"));
        as("telemetry")
                .contentType("application/json")
                .body("{\"state\": \"ACTIVE\"}")
                .put(state)
                .then()
                .statusCode(403);
    }

    @Test
    void unknownNamesArePendingOnlyWhereTheFacilityCollectsThem() {
        register("reg-pend", "site-reg", "");
        register("reg-proud", "site-reg", "");
        put("/api/datacenters/reg-pend/intake", "{\"collectUnknown\": true}")
                .statusCode(200)
                .body("collectUnknown", equalTo(true))
                .body("live", equalTo(false));
        String line = "power,room=r1,meter=%s watts=5 " + MARCH_SECONDS + "\n";

        write(bound("gw-pend", "reg-pend"), line.formatted("p1")).statusCode(400);
        write(bound("gw-proud", "reg-proud"), line.formatted("p2")).statusCode(400);
        write(as("telemetry"), line.formatted("p3")).statusCode(400);
        refusalOf(bound("gw-pend", "reg-pend"), "reg-proud.it");
        refusalOf(bound("gw-pend", "reg-pend"), "reg-pend.json");

        String pending = "/api/datacenters/reg-pend/points?state=PENDING";
        as("viewer")
                .get(pending)
                .then()
                .statusCode(200)
                .body("items.pointId", equalTo(List.of("power/r1/p1/watts", "reg-pend.json")))
                .body("items[0].state", equalTo("PENDING"))
                .body("items[0].role", nullValue());
        as("viewer")
                .get("/api/datacenters/reg-proud/points?state=PENDING")
                .then()
                .body("items", hasSize(0));

        put(
                        "/api/datacenters/reg-pend/points",
                        """
                        [{"pointId": "power/r1/p1/watts", "role": "IT", "quantity": "POWER", "unit": "W"}]\
                        """)
                .statusCode(200);
        write(bound("gw-pend", "reg-pend"), line.formatted("p1")).statusCode(204);
        as("viewer").get(pending).then().body("items.pointId", equalTo(List.of("reg-pend.json")));
        put("/api/datacenters/reg-pend/intake", "{\"collectUnknown\": \"maybe\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_FLAG"));
    }

    // rules

    @Test
    void aRuleFindsThePointAndTheUnitAndADryRunShowsHow() {
        register("reg-map", "site-reg", "");
        put("/api/datacenters/reg-map/points", "[" + point("reg-map-m1-total", "") + "]")
                .statusCode(200);
        String line = "grid,dc=reg-map,meter=m1 total=3 " + MARCH_SECONDS + "\n";
        write(as("telemetry"), line).statusCode(400);
        put(
                        "/api/telemetry/mappings/reg-map-grid",
                        """
                        {"order": 10, "datacenterId": "reg-map", "measurement": "grid", "tags": {"dc": "reg-map", "meter": "*"},
                         "point": "{dc}-{meter}-{field}", "unit": "MWh"}\
                        """)
                .statusCode(200)
                .body("order", equalTo(10))
                .body("tags.meter", equalTo("*"));

        write(as("telemetry"), line).statusCode(204);
        post(
                        "/api/telemetry/resolutions",
                        "{\"lines\": \"%s\", \"precision\": \"s\"}".formatted(line.strip()))
                .statusCode(200)
                .body("series[0].point", equalTo("reg-map-m1-total"))
                .body("series[0].names[0].rule", equalTo("reg-map-grid"))
                .body("series[0].names[1].pointId", equalTo("grid/reg-map/m1/total"))
                .body("series[0].toldIn", equalTo("MWh"))
                .body("series[0].pointUnit", equalTo("kWh"))
                .body("readings[0].value", equalTo(3000.0f))
                .body("rejected", hasSize(0));
        post(
                        "/api/telemetry/resolutions",
                        """
                        {"metric": "grid", "labels": {"dc": "reg-map", "meter": "m1"}}\
                        """)
                .statusCode(200)
                .body("series[0].point", nullValue());
        post(
                        "/api/telemetry/resolutions",
                        "{\"metric\": \"grid\", \"labels\": {\"point\": null, \"unit\": null}}")
                .statusCode(400)
                .body("violations.field", hasItems("labels.point", "labels.unit"));
        post(
                        "/api/telemetry/resolutions",
                        "{\"metric\": \"grid\", \"datacenters\": [\"reg-map\", null]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("datacenters[1]"));
        post(
                        "/api/telemetry/resolutions",
                        "{\"lines\": \"%s\", \"datacenters\": [\"elsewhere\"]}"
                                .formatted(line.strip()))
                .statusCode(200)
                .body("series[0].point", nullValue())
                .body("rejected[0].code", equalTo("UNKNOWN_POINT"));

        as("steward").delete("/api/telemetry/mappings/reg-map-grid").then().statusCode(204);
        write(as("telemetry"), line).statusCode(400);
        as("viewer")
                .get("/api/telemetry/mappings/reg-map-grid")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RULE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "point | NOT_A_TEMPLATE | {\"order\": 1, \"point\": \"{dc\"}",
                "point | REQUIRED | {\"order\": 1}",
                "order | REQUIRED | {\"point\": \"p\"}",
                "order | OUT_OF_RANGE | {\"order\": -1, \"point\": \"p\"}",
                "unit | UNKNOWN_UNIT | {\"order\": 1, \"point\": \"p\", \"unit\": \"furlong\"}",
                "datacenterId | UNKNOWN_DATACENTER | {\"order\": 1, \"point\": \"p\", \"datacenterId\": \"nowhere\"}",
                "tags.dc | REQUIRED | {\"order\": 1, \"point\": \"p\", \"tags\": {\"dc\": \"\"}}",
                "live | NOT_A_FLAG | {\"order\": 1, \"point\": \"p\", \"live\": \"yes\"}",
            })
    void aRuleThatMeansNothingIsRefused(String field, String code, String rule) {
        put("/api/telemetry/mappings/reg-bad", rule)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        as("viewer").get("/api/telemetry/mappings/reg-bad").then().statusCode(404);
    }

    @Test
    void aReadingWithoutATimeIsOfTheMomentOnlyWhereTheFacilityIsLive() {
        register("reg-live", "site-reg", "");
        String json = "{\"readings\": [{\"point\": \"reg-live.heat\", \"value\": 5}]}";
        as("telemetry")
                .contentType("application/json")
                .body(json)
                .post("/api/telemetry/readings")
                .then()
                .body("rejected[0].code", equalTo("TIME_MISSING"));
        write(as("telemetry"), "m,point=reg-live.heat value=5\n")
                .statusCode(400)
                .body("rejected[0].code", equalTo("TIME_MISSING"));
        put("/api/datacenters/reg-live/intake", "{\"live\": true}").statusCode(200);

        as("telemetry")
                .contentType("application/json")
                .body(json)
                .post("/api/telemetry/readings")
                .then()
                .body("accepted", equalTo(1));
        write(as("telemetry"), "m,point=reg-live.heat value=5\n").statusCode(204);
    }

    // tables

    private static ValidatableResponse table(String file) {
        return as("telemetry")
                .contentType("text/csv; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/telemetry/readings")
                .then();
    }

    @Test
    void aTableOfReadingsIsTakenRowByRow() {
        register("reg-tab", "site-reg", "");

        table(
                        String.join(
                                "\r\n",
                                "\uFEFFpoint,time,value,unit",
                                "reg-tab.it,2026-03-01T00:00:00Z,5,",
                                "reg-tab.it,2026-03-01T01:00:00+00:00,0.007,MWh",
                                "reg-tab.it,2026-03-01T02:00:00Z,9,kW",
                                "reg-tab.it,2026-10-25T02:30:00,9,",
                                "reg-tab.it,2026-03-01T03:00:00Z,\"1,5\",",
                                "reg-tab.it,2026-03-01T03:00:00Z,\"1 234\",",
                                "reg-tab.it,2026-03-01T03:00:00Z,１２,",
                                "reg-tab.it,2026-03-01T03:00:00Z,-,",
                                "reg-tab.it,2026-03-01T03:00:00Z,,",
                                "reg-nobody,2026-03-01T03:00:00Z,1,",
                                "reg-tab.it,1772334000,1,",
                                "reg-tab.it,,1,",
                                "reg-tab.it,2026-03-01T03:00:00Z,1,5,"))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejectedReadings", equalTo(11))
                .body("rejected.line", equalTo(List.of(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)))
                .body(
                        "rejected.column",
                        equalTo(
                                List.of(
                                        "unit", "time", "value", "value", "value", "value", "value",
                                        "point", "time", "time", "unit")))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "UNIT_DOES_NOT_FIT",
                                        "TIME_WITHOUT_OFFSET",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "UNKNOWN_POINT",
                                        "TIME_UNIT",
                                        "TIME_MISSING",
                                        "UNIT_DOES_NOT_FIT")))
                .body("rejected[1].message", containsString("comes twice or not at all"));
        await("2 kWh in the first hour", () -> itKwh("reg-tab", 0) == 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_COMMA_SEPARATED | point;time;value",
                "MISSING_COLUMN | point,time",
                "UNKNOWN_COLUMN | point,time,value,meter",
            })
    void aTableOfAnotherFormIsRefusedAsAWhole(String code, String header) {
        table(header + "\nreg,2026-03-01T00:00:00Z,5\n")
                .statusCode(400)
                .body("violations[0].code", equalTo(code));
    }

    private static double itKwh(String id, int hour) {
        @Nullable Double told =
                as("viewer")
                        .get(
                                "/api/datacenters/%s/indicators?period=2026-03-01&granularity=hour"
                                        .formatted(id))
                        .jsonPath()
                        .getObject(
                                "intervals[%d].energyByRoleKwh.IT".formatted(hour), Double.class);
        return told == null ? Double.NaN : told;
    }

    // exchanges

    /// Hour 1: a reset to 7 without the exchange, (1,015 − 1,010) + (7 − 2) = 10 with it, and
    /// (1,012 − 1,010) + (7 − 2) = 7 as it is corrected.
    @Test
    void anExchangeEnteredLateHasItsHoursComputedAgain() {
        register("reg-exc", "site-reg", "");
        double[] values = {1000, 1010, 7, 17};
        push(
                IntStream.range(0, 4)
                        .mapToObj(hour ->
                                reading(
                                        "reg-exc.it",
                                        MARCH.plus(Duration.ofHours(hour)),
                                        values[hour]))
                        .toList());
        await("the reset", () -> itKwh("reg-exc", 1) == 7 && itKwh("reg-exc", 2) == 10);
        String address = "/api/datacenters/reg-exc/points/reg-exc.it/exchanges";
        String exchange =
                """
                {"at": "2026-03-01T01:30:00Z", "lastReading": "1015", "firstReading": "2"}\
                """;

        post(address, exchange).statusCode(200).body("lastReading", equalTo("1015"));

        await("10 kWh over the exchange", () -> itKwh("reg-exc", 1) == 10);
        assertThat(itKwh("reg-exc", 0)).isEqualTo(10);
        assertThat(itKwh("reg-exc", 2)).isEqualTo(10);
        post(address, exchange).statusCode(200);
        post(address, exchange.replace("1015", "1012"))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"))
                .body("detail", containsString("2026-03-01T01:30:00Z"));
        post(
                        address,
                        exchange.replace("1015", "1013")
                                .replace("}", ", \"supersedes\": \"2026-03-01T01:30:00Z\"}"))
                .statusCode(200);
        await("8 kWh as corrected", () -> itKwh("reg-exc", 1) == 8);
        as("viewer")
                .get(address)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].lastReading", equalTo("1013"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | at | TIME_WITHOUT_OFFSET | {\"at\": \"2026-03-01T01:30:00\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | NOT_A_TIME | {\"at\": \"noon\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | REQUIRED | {\"lastReading\": 5, \"firstReading\": 2}",
                "it | at | IN_THE_FUTURE | {\"at\": \"2126-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | OUT_OF_RANGE | {\"at\": \"1926-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | lastReading | NEGATIVE_COUNTER | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": -5, \"firstReading\": 2}",
                "it | lastReading | REQUIRED | {\"at\": \"2026-03-01T01:30:00Z\", \"firstReading\": 2}",
                "it | firstReading | NOT_A_DECIMAL | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": \"2,5\"}",
                "it | firstReading | ABOVE_MAXIMUM | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2000000}",
                "it | newMaximum | NOT_POSITIVE | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2, \"newMaximum\": 0}",
                "it | supersedes | NOTHING_TO_SUPERSEDE | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2, \"supersedes\": \"2026-03-01T01:20:00Z\"}",
                "heat | pointId | NOT_A_COUNTER | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
            })
    void anExchangeThatCannotBeIsRefused(String point, String field, String code, String body) {
        register("reg-noexc", "site-reg", "");

        post("/api/datacenters/reg-noexc/points/reg-noexc.%s/exchanges".formatted(point), body)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        as("viewer")
                .get("/api/datacenters/reg-noexc/points/reg-noexc.it/exchanges")
                .then()
                .body("items", hasSize(0));
    }
}

package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Register.point;
import static org.netzero.datacenter.Register.put;
import static org.netzero.datacenter.Register.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// The register of measuring points: what is defined, listed and imported.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class MeasuringPointRegisterTest {

    private static final Logger LOG = Logger.getLogger(MeasuringPointRegisterTest.class);

    private static final long MARCH_SECONDS = MARCH.getEpochSecond();

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

    /// What stands behind a meter goes along with it.
    @Test
    void aMeterIsNotMovedWhereThoseBehindItMayNotStand() {
        register("reg-move", "site-reg", "");
        String address = "/api/datacenters/reg-move/points";
        String[] roles = {"COOLING", "LIGHTING", "OTHER", "UPS_LOSS"};
        put(
                        address,
                        "["
                                + point("reg-move.a", "").replace("IT", roles[0])
                                + ","
                                + point("reg-move.b", "").replace("IT", roles[1])
                                + ","
                                + point("reg-move.b1", ", \"parent\": \"reg-move.b\"")
                                        .replace("IT", roles[2])
                                + ","
                                + point("reg-move.b2", ", \"parent\": \"reg-move.b1\"")
                                        .replace("IT", roles[0])
                                + "]")
                .statusCode(200);

        put(
                        address,
                        "["
                                + point("reg-move.b", ", \"parent\": \"reg-move.a\"")
                                        .replace("IT", roles[1])
                                + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].parent"))
                .body("violations[0].code", equalTo("PARENT_OF_SAME_ROLE"))
                .body(
                        "violations[0].message",
                        containsString(
                                "'reg-move.a' counts for COOLING what 'reg-move.b2' counts"));
        put(
                        address,
                        "["
                                + point("reg-move.b", ", \"parent\": \"reg-move.total\"")
                                        .replace("IT", roles[1])
                                + "]")
                .statusCode(200);
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
}

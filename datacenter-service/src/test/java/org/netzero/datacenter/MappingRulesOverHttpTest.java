package org.netzero.datacenter;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Register.point;
import static org.netzero.datacenter.Register.post;
import static org.netzero.datacenter.Register.put;
import static org.netzero.datacenter.Register.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// How series find their point and their unit, by rules and without.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class MappingRulesOverHttpTest {

    private static final long MARCH_SECONDS = MARCH.getEpochSecond();

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

    /// As names were before `unit` meant something, and where it names a device.
    @Test
    void aTagUnitMayBeAPartOfTheName() {
        register("reg-unit", "site-reg", "");
        put(
                        "/api/datacenters/reg-unit/points",
                        "["
                                + point("energy/reg-unit/kWh/value", "")
                                + ","
                                + point("energy/reg-unit/UPS-1/value", "")
                                + "]")
                .statusCode(200);
        String line = "energy,dc=reg-unit,unit=%s value=3 %d\n";

        write(as("telemetry"), line.formatted("kWh", MARCH_SECONDS)).statusCode(204);
        write(as("telemetry"), line.formatted("UPS-1", MARCH_SECONDS)).statusCode(204);
        write(as("telemetry"), line.formatted("UPS-2", MARCH_SECONDS))
                .statusCode(400)
                .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
        write(
                        as("telemetry"),
                        "energy,point=reg-unit.it,unit=UPS-1 value=3 %d\n".formatted(MARCH_SECONDS))
                .statusCode(400)
                .body("rejected[0].code", equalTo("UNIT_DOES_NOT_FIT"));
    }
}

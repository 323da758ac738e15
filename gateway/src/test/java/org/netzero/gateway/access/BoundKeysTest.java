package org.netzero.gateway.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.asAdmin;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys that push readings for some data centres only.
@QuarkusTest
class BoundKeysTest {

    private static ValidatableResponse issue(String more) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"bound-%s\", %s}".formatted(UUID.randomUUID(), more))
                .post("/api/keys")
                .then();
    }

    @Test
    void theTokenNamesTheDataCentresOfTheKey() {
        String key =
                issue("\"roles\": [\"telemetry\"], \"datacenters\": [\"dc-2\", \"dc-1\"]")
                        .statusCode(201)
                        .body("datacenters", equalTo(List.of("dc-1", "dc-2")))
                        .extract()
                        .path("key");

        as(key).body("m v=1")
                .post("/api/telemetry/influx/api/v2/write")
                .then()
                .statusCode(200)
                .body("datacenters", equalTo(List.of("dc-1", "dc-2")));
    }

    @Test
    void aKeyOfAllDataCentresNamesNone() {
        String key =
                issue("\"roles\": [\"telemetry\"]")
                        .statusCode(201)
                        .body("datacenters", hasSize(0))
                        .extract()
                        .path("key");

        as(key).body("m v=1")
                .post("/api/telemetry/influx/api/v2/write")
                .then()
                .statusCode(200)
                .body("datacenters", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_APPLICABLE | \"roles\": [\"telemetry\", \"steward\"], \"datacenters\": [\"dc-1\"]",
                "NOT_APPLICABLE | \"roles\": [\"admin\"], \"datacenters\": [\"dc-1\"]",
                "NULL_ELEMENT | \"roles\": [\"telemetry\"], \"datacenters\": [null]",
                "NULL_ELEMENT | \"roles\": [\"telemetry\"], \"datacenters\": [\"dc-1\", null]",
                "EMPTY_ARRAY | \"roles\": [\"telemetry\"], \"datacenters\": []",
                "NOT_AN_ID | \"roles\": [\"telemetry\"], \"datacenters\": [\"a b\"]",
            })
    void aKeyThatWouldNotKeepToItsDataCentresIsRefused(String code, String more) {
        issue(more)
                .statusCode(400)
                .body("violations[0].field", startsWith("datacenters"))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void moreDataCentresThanATokenHasRoomForAreRefused() {
        var many = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            many.append(i == 0 ? "" : ", ")
                    .append('"')
                    .append("x".repeat(100))
                    .append(i)
                    .append('"');
        }
        issue("\"roles\": [\"telemetry\"], \"datacenters\": [%s]".formatted(many))
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_LONG"));
    }
}

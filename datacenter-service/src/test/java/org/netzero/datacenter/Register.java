package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.netzero.datacenter.Asked.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.local.test.LocalStack;

/// What tests of the register of measuring points ask of it, and how they send lines to it.
final class Register {

    private static final String V2 = "/api/telemetry/influx/api/v2/write?precision=s";

    private Register() {}

    static ValidatableResponse put(String address, String body) {
        return as("steward").contentType("application/json").body(body).put(address).then();
    }

    static ValidatableResponse post(String address, String body) {
        return as("steward").contentType("application/json").body(body).post(address).then();
    }

    static RequestSpecification bound(String client, String... datacenters) {
        return given().auth()
                .oauth2(LocalStack.boundToken(client, Set.of(datacenters), "telemetry"));
    }

    static ValidatableResponse write(RequestSpecification sender, String lines) {
        return sender.contentType("text/plain; charset=utf-8")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(V2)
                .then();
    }

    static String point(String id, String more) {
        return """
        {"pointId": "%s", "role": "IT", "quantity": "ENERGY_COUNTER", "unit": "kWh"%s}\
        """
                .formatted(id, more);
    }

    static double itKwh(String id, int hour) {
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
}

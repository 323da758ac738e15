package org.netzero.energy;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.netzero.local.test.LocalStack;

/// The service's HTTP interface as its tests use it.
final class Api {

    private Api() {}

    static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(LocalStack.token("tester", role))
                .contentType("application/json");
    }

    static ValidatableResponse importing(String kind, String csv) {
        return as("steward").contentType("text/csv").body(csv).post("/api/imports/" + kind).then();
    }

    static ValidatableResponse storing(String records) {
        return as("steward").body(records).post("/api/energy/records").then();
    }

    static ValidatableResponse balance(String query) {
        return as("viewer").get("/api/energy/balance?" + query).then();
    }

    /// Registers an office in Tianjin.
    static void site(String siteId) {
        site(siteId, "OFFICE");
    }

    static void site(String siteId, String kind) {
        as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "%s", "country": "CN", "province": "CN-TJ",
                         "timeZone": "Asia/Shanghai"}
                        """
                                .formatted(kind))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }
}

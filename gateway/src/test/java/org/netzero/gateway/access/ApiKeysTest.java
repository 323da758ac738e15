package org.netzero.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.asAdmin;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeysTest {

    @Inject DataSource database;

    @Test
    void aNewKeyOpensTheDoorAndIsShownOnce() {
        String name = "dashboard-" + UUID.randomUUID();

        JsonPath issued = issue(name, "viewer", "analyst");

        assertThat(issued.getString("key")).startsWith("nz_").hasSize(46);
        as(issued.getString("key"))
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("roles", equalTo(List.of("analyst", "viewer")));
        asAdmin()
                .get("/api/keys?limit=1000")
                .then()
                .statusCode(200)
                .body("items.name", hasItem(name))
                .body("items.findAll { it.key != null }.size()", equalTo(0));
    }

    @Test
    void theDatabaseHoldsNoKeyOnlyItsHash() throws SQLException {
        JsonPath issued = issue("hashed-" + UUID.randomUUID(), "viewer");

        assertThat(storedHash(issued.getString("id")))
                .isEqualTo(new Secret(issued.getString("key")).hash())
                .isNotEqualTo(issued.getString("key"));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        JsonPath issued = issue("revoked-" + UUID.randomUUID(), "viewer");
        String key = issued.getString("key");
        as(key).get("/api/session").then().statusCode(200);

        asAdmin().delete("/api/keys/" + issued.getString("id")).then().statusCode(204);

        as(key).get("/api/session")
                .then()
                .statusCode(401)
                .body("detail", containsString("unknown or revoked"));
        asAdmin().delete("/api/keys/" + issued.getString("id")).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/keys", "/api/session", "/api/energy/echo", "/api/nothing"})
    void aWrongKeyIsRefusedWithTheRemedy(String path) {
        as("nz_wrong")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("detail", containsString("X-API-Key"));
    }

    @Test
    void withoutAnyKeyNothingIsTold() {
        given().get("/api/energy/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer e30.e30.e30",
                "Bearer",
                "Token",
                "Basic ???",
                "Basic bm9jb2xvbg==",
                "Digest username=a"
            })
    void anAuthorizationWithoutKeyIsNoWayIn(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/session")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void whatABrowserSendsByItselfOpensTelemetryOnly() {
        String pair =
                Base64.getEncoder()
                        .encodeToString(
                                ("anybody:" + key("steward")).getBytes(StandardCharsets.UTF_8));
        given().header("Authorization", "Basic " + pair).get("/api/session").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Bearer", "Basic"})
    void clientsOfTelemetrySendTheirKeyInAuthorization(String scheme) {
        String key = key("telemetry");
        String shown =
                scheme.equals("Basic")
                        ? Base64.getEncoder()
                                .encodeToString(("anybody:" + key).getBytes(StandardCharsets.UTF_8))
                        : key;
        given().header("Authorization", scheme + " " + shown)
                .body("m v=1")
                .post("/api/telemetry/influx/api/v2/write")
                .then()
                .statusCode(200)
                .body("groups", equalTo(List.of("telemetry")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "analyst", "viewer", "telemetry"})
    void onlyAnAdministratorSeesKeys(String role) {
        as(key(role))
                .get("/api/keys")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void aNameIsGivenOnce() {
        String name = "once-" + UUID.randomUUID();
        issue(name, "viewer");

        post(Map.of("name", name, "roles", List.of("viewer")))
                .statusCode(409)
                .body("code", equalTo("KEY_NAME_TAKEN"));
    }

    @Test
    void aKeyWithoutNameOrKnownRoleIsRefused() {
        post(Map.of("name", " ", "roles", List.of("viewer", "king")))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("name", "roles")));
        post(Map.of("name", "nobody")).statusCode(400);
        post(Map.of("name", "a\nb", "roles", List.of("viewer")))
                .statusCode(400)
                .body("violations.code", equalTo(List.of("NOT_A_NAME")));
    }

    @Test
    void anUnknownKeyCannotBeRevoked() {
        asAdmin()
                .delete("/api/keys/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_KEY"));
    }

    @Test
    void theTextOfAKeyIsNotKeptForARepeatedRequest() {
        Map<String, Object> wanted =
                Map.of("name", "repeated-" + UUID.randomUUID(), "roles", List.of("viewer"));
        for (int expected : new int[] {201, 409}) {
            asAdmin()
                    .header("Idempotency-Key", wanted.get("name"))
                    .contentType(ContentType.JSON)
                    .body(wanted)
                    .post("/api/keys")
                    .then()
                    .statusCode(expected);
        }
    }

    private static JsonPath issue(String name, String... roles) {
        return post(Map.of("name", name, "roles", List.of(roles)))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post("/api/keys").then();
    }

    private String storedHash(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select hash from api_key where id = ?::uuid")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}

package org.netzero.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.netzero.gateway.GatewayStack.asAdmin;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.gateway.GatewayStack;

/// Paths as no client library writes them, so each goes over a plain socket.
@QuarkusTest
class ThresholdTest {

    private static String answerTo(String path, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: gateway\r\n%sConnection: close\r\n\r\n"
                            .formatted(path, header);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String answerToAdmin(String path) throws IOException {
        return answerTo(path, "X-API-Key: " + GatewayStack.adminKey() + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/keys;x=1",
                "/api;x=1/keys",
                "/;/api/keys",
                "/api/energy/records;jsessionid=1",
                "/api/energy/records%3Bx=1",
                "/api/energy%2Frecords",
                "/api/energy/..%2f..%2fq/openapi",
                "/api/energy/%5c..%5c..%5cq",
                "/api/sites/a%00b",
                "/api/sites/a%0d%0ab",
            })
    void aPathThatCouldBeReadInTwoWaysIsRefusedEvenToAnAdministrator(String path)
            throws IOException {
        Assertions.assertThat(answerToAdmin(path))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("AMBIGUOUS_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/ready",
                "/q/openapi",
                "/q",
                "/q/",
                "/Q/../q/health",
                "//q/health",
                "/%71/health",
                "/api/energy/../../q/health",
                "/api/energy/%2e%2e/%2e%2e/q/openapi",
            })
    void managementAddressesAreNobodysBusiness(String path) throws IOException {
        Assertions.assertThat(answerToAdmin(path)).startsWith("HTTP/1.1 404").contains("NOT_FOUND");
        Assertions.assertThat(answerTo(path, "")).startsWith("HTTP/1.1 404").contains("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/keys",
                "//api/keys",
                "/api//keys",
                "/api/./keys",
                "/api/health/../keys",
                "/api/docs/../keys",
                "/api/docs/%2e%2e/keys",
                "/api/energy/../keys",
                "/%61pi/keys",
            })
    void noSpellingOfAnAddressOpensItWithoutAKey(String path) throws IOException {
        Assertions.assertThat(answerTo(path, ""))
                .startsWith("HTTP/1.1 401")
                .contains("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/energy/\\..\\keys", "/api/sites/%zz", "/api/sites/a|b"})
    void whatIsNoAddressAtAllIsABadRequest(String path) throws IOException {
        Assertions.assertThat(answerToAdmin(path)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aDotInAPathIsResolvedBeforeTheServiceIsChosen() throws IOException {
        Assertions.assertThat(answerToAdmin("/api/keys/../energy/./echo"))
                .startsWith("HTTP/1.1 200")
                .contains("\"/api/energy/echo\"");
    }

    @Test
    void whoComesWithoutAKeyIsNotToldOfTokensThatNobodyAccepts() {
        given().get("/api/energy/echo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", nullValue())
                .body("detail", containsString("X-API-Key"))
                .body("detail", not(containsString("Bearer")));
        given().header("Authorization", "Bearer abc")
                .get("/api/energy/echo")
                .then()
                .statusCode(401)
                .body("detail", containsString("no API key in Authorization"));
    }

    @Test
    void aSemicolonInAQueryStaysWhatItIs() {
        asAdmin()
                .urlEncodingEnabled(false)
                .get("/api/energy/echo?note=a%3Bb")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/energy/echo?note=a%3Bb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[null]", "7"})
    void aBodyThatSaysNothingIsRefusedByEveryWriteOfTheGateway(String body) {
        for (String path : new String[] {"/api/keys", "/api/roadmap/scenarios"}) {
            asAdmin()
                    .contentType("application/json")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        asAdmin()
                .contentType("application/json")
                .body(body)
                .put("/api/roadmap/scenarios/committed")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/keys?page=2",
                "/api/roadmap/scenarios?limit=1",
                "/api/roadmap/scenarios/committed/projection?asof=2026-01-01",
                "/api/keys?limit=1&limit=2",
            })
    void aParameterThatTheGatewayDoesNotKnowIsRefused(String address) {
        asAdmin()
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].code", containsString("_PARAMETER"));
    }

    @Test
    void aLeverThatIsNullIsRefusedAtItsPlace() {
        asAdmin()
                .contentType("application/json")
                .body("{\"id\":\"holes\",\"levers\":[null],\"targets\":[null]}")
                .post("/api/roadmap/scenarios")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("levers[0]", "targets[0]"));
    }
}

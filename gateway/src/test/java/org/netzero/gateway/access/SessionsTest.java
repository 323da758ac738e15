package org.netzero.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.asAdmin;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsTest {

    @Test
    void aKeyIsSwappedForACookieThatScriptsAndOtherSitesCannotUse() {
        Cookie cookie = open(key("viewer")).getDetailedCookie(Credential.COOKIE);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getMaxAge()).isEqualTo(12 * 60 * 60);
        assertThat(cookie.getPath()).isEqualTo("/");
    }

    @Test
    void theCookieReads() {
        Response session = open(key("viewer"));

        with(session).get("/api/energy/echo").then().statusCode(200);
        with(session)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("viewer")))
                .body("csrfToken", equalTo(session.path("csrfToken")));
    }

    @Test
    void theCookieDoesNotWriteWithoutItsCsrfToken() {
        Response session = open(key("steward"));

        with(session)
                .body("[]")
                .post("/api/energy/records")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("CSRF_TOKEN_MISSING"));
        with(session)
                .header("X-CSRF-Token", open(key("steward")).<String>path("csrfToken"))
                .body("[]")
                .post("/api/energy/records")
                .then()
                .statusCode(403)
                .body("code", equalTo("CSRF_TOKEN_MISSING"));
        withToken(session).body("[]").post("/api/energy/records").then().statusCode(200);
    }

    @Test
    void afterLogoutTheCookieIsWorthNothing() {
        Response session = open(key("viewer"));

        withToken(session).delete("/api/session").then().statusCode(204);

        with(session)
                .get("/api/session")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aSessionDoesNotProlongItself() {
        withToken(open(key("viewer")))
                .post("/api/session")
                .then()
                .statusCode(403)
                .body("code", equalTo("KEY_NEEDED"));
    }

    @Test
    void aSessionEndsWithItsKey() {
        Response issued =
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "s-" + UUID.randomUUID(), "roles", List.of("viewer")))
                        .post("/api/keys");
        Response session = open(issued.path("key"));
        with(session).get("/api/session").then().statusCode(200);

        asAdmin().delete("/api/keys/" + issued.path("id")).then().statusCode(204);

        with(session).get("/api/session").then().statusCode(401);
    }

    private static Response open(String key) {
        return as(key).post("/api/session").then().statusCode(200).extract().response();
    }

    private static RequestSpecification with(Response session) {
        return given().cookie(Credential.COOKIE, session.getCookie(Credential.COOKIE));
    }

    private static RequestSpecification withToken(Response session) {
        return with(session).header("X-CSRF-Token", session.<String>path("csrfToken"));
    }
}

package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.asAdmin;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.listing.Table;

/// The services are HTTP servers that verify signature, issuer and expiry of the token themselves.
@QuarkusTest
class ForwardingTest {

    private static final RestAssuredConfig NO_CHARSET =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @Test
    void aServiceIsAskedInTheNameOfTheCaller() {
        as(key("viewer", "analyst"))
                .urlEncodingEnabled(false)
                .get("/api/energy/echo?period=2021&siteId=a%20b")
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("uri", equalTo("/api/energy/echo?period=2021&siteId=a%20b"))
                .body("subject", startsWith("test-"))
                .body("groups.sort()", equalTo(List.of("analyst", "viewer")))
                .body("lifeSeconds", lessThanOrEqualTo(60));
    }

    @Test
    void whatOpensTheGatewayDoesNotReachTheService() {
        String key = key("steward");

        Map<String, String> headers =
                as(key).header("X-Forwarded-For", "1.2.3.4")
                        .header("X-CSRF-Token", "t")
                        .cookie("netzero_session", "s")
                        .header("Accept-Language", "de")
                        .contentType(ContentType.JSON)
                        .body("[]")
                        .post("/api/energy/records")
                        .then()
                        .statusCode(200)
                        .body("bytes", equalTo(2))
                        .extract()
                        .path("headers");

        assertThat(headers)
                .doesNotContainKeys("x-api-key", "cookie", "x-csrf-token", "x-forwarded-for")
                .containsEntry("accept-language", "de")
                .containsEntry("content-length", "2");
        assertThat(headers.get("authorization")).startsWith("Bearer ");
        assertThat(headers.toString()).doesNotContain(key);
    }

    @Test
    void theRequestIdGoesAlongAndComesBack() {
        asAdmin()
                .header("X-Request-Id", "report-17")
                .get("/api/energy/echo")
                .then()
                .header("X-Request-Id", "report-17")
                .body("headers.'x-request-id'", equalTo("report-17"));
    }

    @Test
    void aRequestIdThatIsNoneIsReplaced() {
        String id =
                asAdmin()
                        .header("X-Request-Id", "a b<script>")
                        .get("/api/energy/echo")
                        .header("X-Request-Id");

        assertThat(id).matches("[0-9a-f-]{36}");
    }

    /// A packed answer would come in chunks.
    @Test
    void anAnswerIsNotPackedOnItsWay() {
        asAdmin()
                .header("Accept-Encoding", "gzip")
                .get("/api/energy/echo")
                .then()
                .statusCode(200)
                .header("Content-Length", notNullValue())
                .header("Transfer-Encoding", nullValue());
    }

    @Test
    void aWorkbookPassesUntouchedBothWays() {
        byte[] workbook = new byte[3 << 20];
        new Random(1).nextBytes(workbook);
        var answer =
                asAdmin()
                        .config(NO_CHARSET)
                        .contentType(Table.XLSX)
                        .body(workbook)
                        .post("/api/energy/mirror")
                        .then()
                        .statusCode(200)
                        .header("Content-Type", Table.XLSX)
                        .extract()
                        .asByteArray();
        assertThat(answer).isEqualTo(workbook);
    }

    @Test
    void anImportMayBeLargerThanAJsonBody() {
        asAdmin()
                .config(NO_CHARSET)
                .contentType(Table.XLSX)
                .body(new byte[12 << 20])
                .post("/api/imports/energy")
                .then()
                .statusCode(200)
                .body("headers.'content-type'", equalTo(Table.XLSX))
                .body("bytes", equalTo(12 << 20));
    }

    @Test
    void aServicesRefusalPassesUnchanged() {
        String body =
                asAdmin()
                        .get("/api/energy/refusal")
                        .then()
                        .statusCode(422)
                        .contentType("application/problem+json")
                        .extract()
                        .asString();

        assertThat(body).isEqualTo("{\"code\":\"SITE_UNKNOWN\",\"extra\":1}");
    }

    @Test
    void aLocationStaysInThePublicApi() {
        asAdmin()
                .get("/api/energy/created")
                .then()
                .header("Location", equalTo("/api/energy/things/1"));
    }

    @Test
    void aViewerWhoWritesIsRefusedByTheService() {
        as(key("viewer"))
                .body("[]")
                .post("/api/energy/records")
                .then()
                .statusCode(403)
                .body("detail", equalTo("by the service"));
    }

    @Test
    void whoMayOnlyPushReadingsReadsNothing() {
        String meter = key("telemetry");

        as(meter)
                .get("/api/energy/echo")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"));
        as(meter).body("{}").post("/api/telemetry/readings").then().statusCode(200);
    }

    @Test
    void whoMayNotWriteImportsNothing() {
        as(key("analyst"))
                .body("siteId\n")
                .post("/api/imports/energy")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        asAdmin()
                .get("/api/emissions/inventory?period=2021")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("SERVICE_AWAY"))
                .body("detail", containsString("emissions"));
    }

    @Test
    void aServiceThatIsTooSlowIsNamed() {
        asAdmin()
                .get("/api/energy/slow")
                .then()
                .statusCode(504)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_TOO_SLOW"))
                .body("detail", containsString("energy"));
    }

    @Test
    void anUnknownImportListsTheKnownOnes() {
        asAdmin()
                .body("x")
                .post("/api/imports/invoices")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT_KIND"))
                .body("detail", containsString("published-figures, resources, sites"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/keys/of/nobody"})
    void anUnknownAddressIsRefused(String path) {
        asAdmin()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void browsersAreToldToBeCareful() {
        var headers = asAdmin().get("/api/energy/echo").headers();

        assertThat(Set.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"))
                .allMatch(headers::hasHeaderWithName);
        assertThat(headers.getValue("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }
}

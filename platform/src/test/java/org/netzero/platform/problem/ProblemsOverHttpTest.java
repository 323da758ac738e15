package org.netzero.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class ProblemsOverHttpTest {

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(LocalStack.token("tester", role))
                .contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"colour\":1} | 400 | UNKNOWN_FIELD | 'colour'",
                "{\"name\":\"a\",\"amount\":\"1,5\"} | 400 | INVALID_INPUT | '1,5'",
                "{\"quantity\":{\"value\":1,\"unit\":\"kWp\"}} | 400 | INVALID_INPUT | kWp",
                "{\"name\":\"a\" | 400 | MALFORMED_BODY | line 1",
                "[] | 400 | MALFORMED_BODY | a JSON object with name, amount, quantity",
                "7 | 400 | MALFORMED_BODY | a JSON object with name, amount, quantity",
            })
    void aBodyThatCannotBeReadNamesTheValueAndThePlace(
            String body, int status, String code, String part) {
        as("steward")
                .body(body)
                .post("/api/ping")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(part));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | body | BODY_REQUIRED | is empty",
                "'' | null | body | BODY_REQUIRED | is null",
                "/perhaps | '' | body | BODY_REQUIRED | is empty",
                "/perhaps | null | body | BODY_REQUIRED | is null",
                "/several | '' | body | BODY_REQUIRED | a JSON array of at least one of",
                "/several | null | body | BODY_REQUIRED | a JSON array of at least one of",
                "/several | [] | body | EMPTY_ARRAY | is an empty array",
                "/several | [{\"name\":\"a\"},null] | [1] | NULL_ELEMENT | is null",
            })
    void aBodyThatSaysNothingIsRefusedWithWhatIsExpected(
            String path, String body, String field, String code, String part) {
        as("steward")
                .body(body)
                .post("/api/ping" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(part))
                .body("detail", containsString("a JSON object with name, amount, quantity"));
    }

    @Test
    void anArrayOfObjectsIsRead() {
        as("steward")
                .body("[{\"name\":\"a\"},{\"name\":\"b\"}]")
                .post("/api/ping/several")
                .then()
                .statusCode(200)
                .body(equalTo("2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/asked?color=red | color | UNKNOWN_PARAMETER | known here: colour, cursor, limit, shape, size",
                "/asked?colour=red&colour=blue | colour | REPEATED_PARAMETER | comes 2 times",
                "/asked?size=1&size=1 | size | REPEATED_PARAMETER | give it once",
                "/asked?Limit=1 | Limit | UNKNOWN_PARAMETER | unknown parameter 'Limit'",
                "/failure?colour=red | colour | UNKNOWN_PARAMETER | none is known here",
            })
    void aParameterThatIsUnknownOrComesTwiceIsRefused(
            String address, String field, String code, String part) {
        as("steward")
                .get("/api/ping" + address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(part));
    }

    @Test
    void declaredParametersAndManagementAddressesAreAnswered() {
        as("steward")
                .get("/api/ping/asked?colour=red&shape=round&size=7&limit=5")
                .then()
                .statusCode(200)
                .body(equalTo("red round 7"));
        as("steward").get("/q/health?anything=1").then().statusCode(200);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/ping")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aTokenOfAnotherSignerIsRefused() {
        String forged = LocalStack.token("tester", "steward");
        given().auth()
                .oauth2(forged.substring(0, forged.length() - 6) + "AAAAAA")
                .get("/api/ping/failure")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aRoleThatMayNotIsTold() {
        as("viewer")
                .body("{}")
                .post("/api/ping")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void anUnexpectedFailureGivesAnIncidentAndNoSecrets() {
        as("steward")
                .get("/api/ping/failure")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("INTERNAL"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void unknownAddressesMethodsAndMediaTypesAreProblemsToo() {
        as("steward").get("/api/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as("steward")
                .get("/api/ping")
                .then()
                .statusCode(405)
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        as("steward")
                .contentType("text/plain")
                .body("x")
                .post("/api/ping")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void aWriteRepeatedWithItsKeyGetsTheFirstAnswerAndChangesNothing() {
        String key = UUID.randomUUID().toString();
        int first = ordering(key, "a").statusCode(200).extract().path("orders");
        ordering(key, "a")
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("orders", equalTo(first));
        ordering(UUID.randomUUID().toString(), "a").body("orders", equalTo(first + 1));
    }

    @Test
    void aKeyThatCameWithAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        ordering(key, "a").statusCode(200);
        as("steward")
                .header("Idempotency-Key", key)
                .body("{}")
                .post("/api/ping")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefusedAndChangesNothing() {
        String key = UUID.randomUUID().toString();
        int first = ordering(key, "a").statusCode(200).extract().path("orders");
        ordering(key, "b")
                .statusCode(422)
                .body("type", equalTo("urn:netzero:problem:idempotency-key-reused"))
                .body("detail", containsString("'" + key + "'"))
                .body("detail", containsString("use a new key"));
        ordering(key, "a").statusCode(200).header("Idempotency-Replayed", "true");
        ordering(UUID.randomUUID().toString(), "a").body("orders", equalTo(first + 1));
    }

    @Test
    void aBodyIsComparedToItsEndEvenWhereItsResourceStoppedReading() {
        String key = UUID.randomUUID().toString();
        String file = "header\n" + "a row,1\n".repeat(300_000);
        sending(key, file).statusCode(200).body(equalTo("6"));
        sending(key, file).statusCode(200).header("Idempotency-Replayed", "true");
        sending(key, file + "one more").statusCode(422);
    }

    private static ValidatableResponse sending(String key, String file) {
        return as("steward")
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/ping/first-line")
                .then();
    }

    @Test
    void aRefusedWriteGivesItsKeyBack() {
        String key = UUID.randomUUID().toString();
        ordering(key, "").statusCode(400);
        ordering(key, "a").statusCode(200);
    }

    private static ValidatableResponse ordering(String key, String name) {
        return as("steward")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"" + name + "\"}")
                .post("/api/ping/counted")
                .then();
    }
}

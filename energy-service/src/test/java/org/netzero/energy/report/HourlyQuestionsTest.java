package org.netzero.energy.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class HourlyQuestionsTest {

    @Inject HourlyQuestions questions;

    private static ValidatableResponse get(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(LocalStack.token("tester", "viewer"))
                .get("/api/energy/" + path)
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matching?period=1995&granularity=hour",
                "matching/heatmap?period=1995",
                "location-based?period=1995",
                "plants/no-such-plant/performance?period=1995"
            })
    void aThirdQuestionAtOnceIsToldToComeAgain(String path) {
        questions.answer(() ->
                questions.answer(() ->
                        get(path)
                                .statusCode(503)
                                .header("Retry-After", notNullValue())
                                .body("code", equalTo("TOO_MANY_QUESTIONS"))));
        // whoever was answered, or refused, gives the place back
        for (int i = 0; i < 3; i++) {
            get(path).statusCode(oneOf(200, 404, 422));
        }
    }
}

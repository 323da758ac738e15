package org.netzero.emissions.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;

/// Questions that go through every record of a year have limits, which others do not touch.
@QuarkusTest
@TestProfile(LargeQuestionsTest.SmallLimits.class)
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeQuestionsTest {

    public static final class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "netzero.large-questions.at-once", "1",
                    "netzero.large-questions.max-records", "3");
        }
    }

    private static final String LONG_AGO = "&asAt=2015-01-01";

    private boolean recorded;

    @Inject LargeQuestions questions;

    private static void record(int year, int records) {
        given().auth()
                .oauth2(LocalStack.token("test", "steward"))
                .contentType("application/json")
                .body(
                        IntStream.range(0, records)
                                .mapToObj(i ->
                                        """
                                        {"activityId":"large-%1$d-%2$d","activity":"stated-emissions","quantity":{"value":"1","unit":"tCO2e"},
                                         "scope":"SCOPE_3","category":"C6_BUSINESS_TRAVEL","start":"%1$d-01-01","end":"%1$d-02-01","provenance":"STATED"}
                                        """
                                                .formatted(year, i))
                                .collect(Collectors.joining(",", "[", "]")))
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
    }

    @BeforeEach
    void recordTwoYears() {
        if (!recorded) {
            recorded = true;
            record(2097, 3);
            record(2098, 4);
        }
    }

    private static ValidatableResponse ask(String address) {
        return given().auth().oauth2(LocalStack.token("test", "viewer")).get(address).then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/emissions/inventory?period=2098" + LONG_AGO,
                "/api/emissions/results?period=2098" + LONG_AGO,
                "/api/emissions/inventory/uncertainty?period=2098" + LONG_AGO,
                "/api/emissions/bridge?from=2097&to=2098"
            })
    void aYearOfMoreRecordsThanAreGoneThroughIsRefusedByItsNumber(String address) {
        ask(address)
                .statusCode(422)
                .body("code", equalTo("YEAR_TOO_LARGE"))
                .body("detail", containsString("2098 has 4 records"))
                .body("detail", containsString("at most 3"));
    }

    @Test
    void theRemedyIsOneOfTheQuestionThatIsAsked() {
        given().auth()
                .oauth2(LocalStack.token("test", "steward"))
                .contentType("application/json")
                .body(
                        """
                        [{"factorId":"own.large","set":"own.large-set","activity":"electricity","name":"Power of our supplier",
                          "purpose":"LOCATION_BASED","region":"NZL","validFrom":"2098-01-01","validTo":"2098-12-31",
                          "gases":[{"gas":"CO2","value":"0.1","unit":"kg","per":"kWh"}],
                          "publisher":"The supplier","source":"Disclosure 2098, page 3","confidence":"verified-source"}]
                        """)
                .post("/api/emissions/factors")
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(LocalStack.token("test", "viewer"))
                .post("/api/emissions/factor-sets/own.large-set/preview")
                .then()
                .statusCode(422)
                .body("code", equalTo("YEAR_TOO_LARGE"))
                .body("detail", containsString("before and after the set is adopted"))
                .body("detail", not(containsString("asAt")));
        ask("/api/emissions/bridge?from=2097&to=2098")
                .body("detail", containsString("GET /api/emissions/inventory?period=2098, or"))
                .body("detail", not(containsString("asAt")));
        ask("/api/emissions/results?period=2098" + LONG_AGO)
                .body("detail", containsString("without 'asAt'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/emissions/inventory?period=2098",
                "/api/emissions/results?period=2098&gwp=AR6_100",
                "/api/emissions/inventory?period=2097" + LONG_AGO,
                "/api/emissions/results?period=2097" + LONG_AGO,
                "/api/emissions/bridge?from=2097&to=2097"
            })
    void whatIsStoredOrSmallIsAnswered(String address) {
        ask(address).statusCode(200);
    }

    @Test
    void oneQuestionMoreThanThereArePlacesIsTurnedAwayAndTheNextOneIsNot() {
        String answered =
                questions.answer(() -> {
                    for (String address :
                            new String[] {
                                "/api/emissions/inventory?period=2097" + LONG_AGO,
                                "/api/emissions/bridge?from=2097&to=2097"
                            }) {
                        ask(address)
                                .statusCode(503)
                                .header("Retry-After", "5")
                                .body("code", equalTo("TOO_MANY_QUESTIONS"))
                                .body("detail", containsString("1 questions"));
                    }
                    ask("/api/emissions/inventory?period=2097").statusCode(200);
                    return questions.answer(() -> "within");
                });

        assertThat(answered).isEqualTo("within");
        ask("/api/emissions/inventory?period=2097" + LONG_AGO).statusCode(200);
    }
}

package org.netzero.platform.input;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.identity.Role;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class AskedPeriodTest {

    /// Says which period it understood.
    @Path("/api/spoken-period")
    public static class SpokenPeriod {

        @GET
        @RolesAllowed(Role.VIEWER)
        public String say(@BeanParam AskedPeriod asked) {
            return asked.required().toString();
        }

        @GET
        @Path("perhaps")
        @RolesAllowed(Role.VIEWER)
        public String sayPerhaps(@BeanParam AskedPeriod asked) {
            return asked.optional().map(Period::toString).orElse("any");
        }
    }

    private static ValidatableResponse asking(String query) {
        return given().auth()
                .oauth2(LocalStack.token("tester", "viewer"))
                .get("/api/spoken-period" + query)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "?period=2021, 2021",
        "?period=2021-03, 2021-03",
        "?period=2021-03-14, 2021-03-14",
        "?period=1900, 1900",
        "?period=2200, 2200",
        "?from=2021-01-01&to=2022-01-01, 2021",
        "?from=2021-03&to=2021-05, 2021-03-01/2021-05-01",
        "?from=2021-03-14&to=2021-04-02, 2021-03-14/2021-04-02",
    })
    void aPeriodIsNamedOrGivenByItsFirstDayAndTheOneAfterItsLast(String query, String period) {
        asking(query).statusCode(200).body(equalTo(period));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | period | REQUIRED | or give from and to",
                "?period= | period | REQUIRED | is required",
                "?period=21 | period | NOT_A_PERIOD | is no period",
                "?period=2021-13 | period | NOT_A_PERIOD | '2021-13'",
                "?period=1899 | period | YEAR_OUT_OF_RANGE | 1900 to 2200",
                "?period=2201-01 | period | YEAR_OUT_OF_RANGE | 1900 to 2200",
                "?period=9999 | period | YEAR_OUT_OF_RANGE | 1900 to 2200",
                "?period=2021&from=2021-01-01&to=2021-02-01 | period | PERIOD_STATED_TWICE | comes with from",
                "?period=2021&to=2021-02-01 | period | PERIOD_STATED_TWICE | comes with to",
                "?from=2021-01-01 | to | REQUIRED | is required",
                "?to=2021-01-01 | from | REQUIRED | is required",
                "?from=2021-02-01&to=2021-01-01 | to | END_NOT_AFTER_START | is not after the start '2021-02-01'",
                "?from=2021-02-01&to=2021-02-01 | to | END_NOT_AFTER_START | is not after the start",
                "?from=01.02.2021&to=2021-03-01 | from | NOT_A_DATE | '01.02.2021'",
                "?from=2021-02-01T00:00:00Z&to=2021-03-01 | from | NOT_A_DATE | T00:00:00Z",
                "?from=1800-01-01&to=2021-03-01 | from | YEAR_OUT_OF_RANGE | is outside the years",
            })
    void anyOtherPeriodIsRefusedByTheNameOfItsParameter(
            String query, String field, String code, String part) {
        asking(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(part));
    }

    @Test
    void whereNoPeriodIsNeededNoneIsAskedForButAWrongOneIsRefused() {
        asking("/perhaps").statusCode(200).body(equalTo("any"));
        asking("/perhaps?period=soon")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_PERIOD"));
    }
}

package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Register.itKwh;
import static org.netzero.datacenter.Register.point;
import static org.netzero.datacenter.Register.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// Meters that give way to others, noted late.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class ExchangesOverHttpTest {

    /// Hour 1: a reset to 7 without the exchange, (1,015 − 1,010) + (7 − 2) = 10 with it, and
    /// (1,012 − 1,010) + (7 − 2) = 7 as it is corrected.
    @Test
    void anExchangeEnteredLateHasItsHoursComputedAgain() {
        register("reg-exc", "site-reg", "");
        double[] values = {1000, 1010, 7, 17};
        push(
                IntStream.range(0, 4)
                        .mapToObj(hour ->
                                reading(
                                        "reg-exc.it",
                                        MARCH.plus(Duration.ofHours(hour)),
                                        values[hour]))
                        .toList());
        await("the reset", () -> itKwh("reg-exc", 1) == 7 && itKwh("reg-exc", 2) == 10);
        String address = "/api/datacenters/reg-exc/points/reg-exc.it/exchanges";
        String exchange =
                """
                {"at": "2026-03-01T01:30:00Z", "lastReading": "1015", "firstReading": "2"}\
                """;

        post(address, exchange).statusCode(200).body("lastReading", equalTo("1015"));

        await("10 kWh over the exchange", () -> itKwh("reg-exc", 1) == 10);
        assertThat(itKwh("reg-exc", 0)).isEqualTo(10);
        assertThat(itKwh("reg-exc", 2)).isEqualTo(10);
        post(address, exchange).statusCode(200);
        post(address, exchange.replace("1015", "1012"))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"))
                .body("detail", containsString("2026-03-01T01:30:00Z"));
        post(
                        address,
                        exchange.replace("1015", "1013")
                                .replace("}", ", \"supersedes\": \"2026-03-01T01:30:00Z\"}"))
                .statusCode(200);
        await("8 kWh as corrected", () -> itKwh("reg-exc", 1) == 8);
        as("viewer")
                .get(address)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].lastReading", equalTo("1013"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | at | TIME_WITHOUT_OFFSET | {\"at\": \"2026-03-01T01:30:00\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | NOT_A_TIME | {\"at\": \"noon\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | REQUIRED | {\"lastReading\": 5, \"firstReading\": 2}",
                "it | at | IN_THE_FUTURE | {\"at\": \"2126-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | at | OUT_OF_RANGE | {\"at\": \"1926-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
                "it | lastReading | NEGATIVE_COUNTER | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": -5, \"firstReading\": 2}",
                "it | lastReading | REQUIRED | {\"at\": \"2026-03-01T01:30:00Z\", \"firstReading\": 2}",
                "it | firstReading | NOT_A_DECIMAL | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": \"2,5\"}",
                "it | firstReading | ABOVE_MAXIMUM | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2000000}",
                "it | newMaximum | NOT_POSITIVE | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2, \"newMaximum\": 0}",
                "it | supersedes | NOTHING_TO_SUPERSEDE | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2, \"supersedes\": \"2026-03-01T01:20:00Z\"}",
                "heat | pointId | NOT_A_COUNTER | {\"at\": \"2026-03-01T01:30:00Z\", \"lastReading\": 5, \"firstReading\": 2}",
            })
    void anExchangeThatCannotBeIsRefused(String point, String field, String code, String body) {
        register("reg-noexc", "site-reg", "");

        post("/api/datacenters/reg-noexc/points/reg-noexc.%s/exchanges".formatted(point), body)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        as("viewer")
                .get("/api/datacenters/reg-noexc/points/reg-noexc.it/exchanges")
                .then()
                .body("items", hasSize(0));
    }

    /// Hour 3: the new counter starts again from 0 at 100, so 5 to 5 hours later are 10 and no
    /// reset.
    @Test
    void aNewMaximumThatIsNotedLateHoldsForAllHoursSince() {
        register("reg-max", "site-reg", "");
        double[] values = {1000, 1010, 75, 85, 95, 5, 15};
        push(
                IntStream.range(0, values.length)
                        .mapToObj(hour ->
                                reading(
                                        "reg-max.it",
                                        MARCH.plus(Duration.ofHours(hour)),
                                        values[hour]))
                        .toList());
        await("the reset", () -> itKwh("reg-max", 4) == 5 && itKwh("reg-max", 5) == 10);

        post(
                        "/api/datacenters/reg-max/points/reg-max.it/exchanges",
                        """
                        {"at": "2026-03-01T01:30:00Z", "lastReading": "1015", "firstReading": "70", "newMaximum": "100"}\
                        """)
                .statusCode(200);

        await("the rollover", () -> itKwh("reg-max", 4) == 10);
        assertThat(itKwh("reg-max", 1)).isEqualTo(10);
        assertThat(itKwh("reg-max", 5)).isEqualTo(10);
    }
}

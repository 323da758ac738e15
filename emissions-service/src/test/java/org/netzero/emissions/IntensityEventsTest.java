package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.json.JsonConfiguration;

/// What the neighbours hear of the factors of electricity.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class IntensityEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static void site(String siteId, String province) throws Exception {
        try (Kafka kafka = new Kafka()) {
            kafka.send(
                    "energy.site",
                    siteId,
                    Kafka.event(
                            "energy-service",
                            "org.netzero.energy.site-registered.v1",
                            siteId,
                            Map.of(
                                    "siteId", siteId,
                                    "name", "A site",
                                    "kind", "DATA_CENTER",
                                    "country", "CN",
                                    "province", province,
                                    "timeZone", "Asia/Shanghai",
                                    "version", 1)));
        }
    }

    private static String await(String key, Predicate<JsonNode> wanted) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Optional<String> last =
                    Kafka.all("emissions.intensity").stream()
                            .filter(event -> key.equals(event.key()))
                            .reduce((earlier, later) -> later)
                            .map(event -> event.value());
            if (last.isPresent() && wanted.test(data(last.get()))) {
                return last.get();
            }
        }
        throw new AssertionError("nothing like it of " + key + " within " + PATIENCE);
    }

    private static JsonNode data(String event) {
        try {
            return JsonConfiguration.mapper().readTree(event).path("data");
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> of(JsonNode data, String method, String field) {
        return data.path("factors").findParents("method").stream()
                .filter(factor -> factor.path("method").asText().equals(method))
                .map(factor -> factor.path(field).asText())
                .toList();
    }

    @Test
    void theFactorsOfASitesPlaceAreToldAndToldAgainWhenOthersAreAdopted() throws Exception {
        site("intensity-xj", "CN-XJ");

        String told = await("CN/CN-XJ/-/2023", data -> !data.path("factors").isEmpty());

        assertThat(
                        Contracts.schema("emissions/emissions-intensity")
                                .validate(told, InputFormat.JSON))
                .isEmpty();
        assertThat(of(data(told), "MARKET_RESIDUAL", "kgCo2ePerKwh")).containsExactly("0.6096");
        assertThat(of(data(told), "LOCATION_BASED", "region")).containsExactly("CN-XJ");

        given().auth()
                .oauth2(LocalStack.token("test", "steward"))
                .contentType("application/json")
                .body(
                        """
                        [{"factorId": "test.xj.residual", "set": "intensity-test", "activity": "electricity",
                          "name": "Residual mix", "purpose": "MARKET_RESIDUAL", "region": "CN-XJ",
                          "validFrom": "2023-01-01", "validTo": "2023-12-31",
                          "gases": [{"gas": "CO2", "value": "0.7", "unit": "kg", "per": "kWh"}],
                          "publisher": "Test", "source": "A table", "confidence": "verified-source"}]
                        """)
                .post("/api/emissions/factors")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(LocalStack.token("test", "steward"))
                .post("/api/emissions/factor-sets/intensity-test/adopt")
                .then()
                .statusCode(200);

        String again =
                await(
                        "CN/CN-XJ/-/2023",
                        data -> of(data, "MARKET_RESIDUAL", "kgCo2ePerKwh").equals(List.of("0.7")));
        assertThat(data(again).path("version").asLong())
                .isGreaterThan(data(told).path("version").asLong());
        assertThat(of(data(again), "MARKET_RESIDUAL", "factorVersion"))
                .containsExactly("intensity-test");
    }
}

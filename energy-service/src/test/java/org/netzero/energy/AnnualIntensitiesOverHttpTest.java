package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Hours whose intensity is not on file take that of the year, as the emissions service tells it.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class AnnualIntensitiesOverHttpTest {

    private static final String DAY = "2014-03-11";

    private static void site(String name) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "SE", "gridZone": "SE-%s", "timeZone": "UTC"}
                        """
                                .formatted(name))
                .put("/api/sites/" + name)
                .then()
                .statusCode(201);
        Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "PURCHASED"}
                        """
                                .formatted(name))
                .put("/api/energy/meters/" + name + "-load")
                .then()
                .statusCode(201);
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        Instant at = Instant.parse(DAY + "T00:00:00Z");
        for (int hour = 0; hour < 24; hour++) {
            rows.append("%s-load,%s,1,kWh\n".formatted(name, at.plusSeconds(3_600L * hour)));
        }
        Api.importing("intervals", rows.toString()).body("accepted", equalTo(24));
    }

    private static void hours(String name, int count, int grams, String purpose) {
        StringBuilder rows = new StringBuilder("zone,start,intensity,unit,purpose\n");
        Instant at = Instant.parse(DAY + "T00:00:00Z");
        for (int hour = 0; hour < count; hour++) {
            rows.append(
                    "SE-%s,%s,%d,gCO2/kWh,%s\n"
                            .formatted(name, at.plusSeconds(3_600L * hour), grams, purpose));
        }
        Api.importing("grid-hours", rows.toString()).body("accepted", equalTo(count));
    }

    private static void tell(String name, int version, String factors) {
        String key = "SE/-/SE-%s/2014".formatted(name);
        new Topic("emissions.intensity")
                .send(
                        key,
                        """
                        {"specversion": "1.0", "id": "%s", "source": "/netzero/emissions-service",
                         "type": "org.netzero.emissions.intensity-adopted.v1", "subject": "%s",
                         "time": "2026-11-23T09:05:12.345Z", "datacontenttype": "application/json",
                         "data": {"country": "SE", "gridZone": "SE-%s", "year": 2014, "factors": [%s], "version": %d}}
                        """
                                .formatted(UUID.randomUUID(), key, name, factors, version));
    }

    private static String factor(String method, String kg) {
        return """
        {"method": "%s", "start": "2014-01-01", "end": "2015-01-01", "kgCo2ePerKwh": "%s", "gwpSet": "AR5_100",
         "co2Only": true, "factorId": "se.%s", "factorVersion": "test-1", "region": "SE", "carriedForward": false,
         "publisher": "Somebody", "source": "A table"}
        """
                .formatted(method, kg, method.toLowerCase(java.util.Locale.ROOT));
    }

    private static ValidatableResponse await(String path, String json, Object wanted) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        ValidatableResponse answer = Api.as("viewer").get(path).then();
        while (Instant.now().isBefore(until)
                && !(answer.extract().statusCode() == 200
                        && wanted.equals(answer.extract().path(json)))) {
            answer = Api.as("viewer").get(path).then();
        }
        return answer.statusCode(200).body(json, equalTo(wanted));
    }

    private static String market(String name) {
        return "/api/energy/market-based?siteId=%s&period=%s".formatted(name, DAY);
    }

    @Test
    void hoursWithoutAResidualMixTakeThatOfTheYearAndSayByWhichFactor() {
        site("annual-mix");
        hours("annual-mix", 24, 500, "LOCATION_BASED");
        Api.as("viewer")
                .get(market("annual-mix"))
                .then()
                .body("zones[0].hoursAtGrid", equalTo(24))
                .body("findings.code", hasItem("NO_RESIDUAL_MIX"));

        tell("annual-mix", 2, factor("MARKET_RESIDUAL", "0.75"));

        await(market("annual-mix"), "zones[0].hoursAtAnnualResidual", 24)
                .body("zones[0].hoursAtResidual", equalTo(24))
                .body("zones[0].hoursAtGrid", equalTo(0))
                .body("zones[0].hourlyKg", equalTo("18"))
                .body("zones[0].locationBasedHourlyKg", equalTo("12"))
                .body("findings.code", not(hasItem("NO_RESIDUAL_MIX")))
                .body("findings.code", hasItem("ANNUAL_RESIDUAL_MIX"))
                .body("findings.message", hasItem(containsString("se.market_residual (test-1)")));
    }

    @Test
    void anOlderVersionIsPassedOver() {
        site("annual-old");
        hours("annual-old", 24, 500, "LOCATION_BASED");
        tell("annual-old", 5, factor("MARKET_RESIDUAL", "0.75"));
        await(market("annual-old"), "zones[0].hourlyKg", "18");

        tell("annual-old", 4, factor("MARKET_RESIDUAL", "0.25"));
        tell("annual-old", 6, factor("MARKET_RESIDUAL", "0.5"));

        await(market("annual-old"), "zones[0].hourlyKg", "12");
    }

    @Test
    void aZoneWithoutAnyHourTakesTheAverageOfTheYear() {
        site("annual-avg");
        String location = "/api/energy/location-based?siteId=annual-avg&period=" + DAY;
        assertThat(Api.as("viewer").get(location).then().extract().<Object>path("zones.size()"))
                .isIn(0, null);

        tell("annual-avg", 1, factor("LOCATION_BASED", "0.25"));

        await(location, "zones[0].hours", 24)
                .body("zones[0].hourlyKg", equalTo("6"))
                .body("findings.code", hasItem("ANNUAL_GRID_AVERAGE"));
        Api.as("viewer")
                .get(market("annual-avg"))
                .then()
                .body("zones[0].hoursAtGrid", equalTo(24))
                .body("findings.code", hasItems("ANNUAL_GRID_AVERAGE", "NO_RESIDUAL_MIX"));
    }

    @Test
    void aZoneWithHoursOnFileIsNotFilledUpFromTheYear() {
        site("annual-half");
        hours("annual-half", 12, 500, "LOCATION_BASED");
        tell("annual-half", 1, factor("LOCATION_BASED", "0.25"));

        Api.as("viewer")
                .get("/api/energy/location-based?siteId=annual-half&period=" + DAY)
                .then()
                .statusCode(200)
                .body("zones[0].hours", equalTo(12))
                .body("zones[0].hoursLeftOut", equalTo(12))
                .body("findings.code", hasItem("NO_GRID_INTENSITY"))
                .body("findings.code", not(hasItem("ANNUAL_GRID_AVERAGE")));
    }
}

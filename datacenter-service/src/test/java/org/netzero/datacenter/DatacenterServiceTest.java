package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.awaitEvents;
import static org.netzero.datacenter.Asked.define;
import static org.netzero.datacenter.Asked.eventually;
import static org.netzero.datacenter.Asked.hours;
import static org.netzero.datacenter.Asked.month;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.putFacility;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Asked.tellSite;
import static org.netzero.datacenter.Asked.told;
import static org.netzero.datacenter.Asked.toldItKwh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class DatacenterServiceTest {

    private static final Logger LOG = Logger.getLogger(DatacenterServiceTest.class);

    @Test
    void readingsBecomeIndicatorsAndEvents() {
        define("dc-a", "site-a", "2020-01-01", 200);

        push(month("dc-a"));

        JsonPath indicators = eventually("dc-a", "month", 743, "pue", "erf");
        assertThat(indicators.getDouble("intervals[0].pue")).isEqualTo(1.5);
        assertThat(indicators.getDouble("intervals[0].erf")).isCloseTo(0.2, within(1e-6));
        assertThat(indicators.getDouble("intervals[0].ere")).isCloseTo(1.2, within(1e-6));
        assertThat(indicators.getDouble("intervals[0].facilityKwh")).isEqualTo(743 * 150.0);
        assertThat(indicators.getDouble("intervals[0].load")).isEqualTo(0.5);
        assertThat(indicators.getString("intervals[0].wue")).isNull();
        assertThat(indicators.getList("intervals[0].flags", String.class))
                .containsExactly("INTERIM");
        await("the IT energy of March in events", () -> toldItKwh("dc-a") == 743 * 100.0);
        await(
                "the PUE of March in an event",
                () ->
                        awaitEvents("datacenter.indicator", "dc-a/2026-03")
                                .getOrDefault("dc-a/2026-03", MissingNode.getInstance())
                                .path("pue")
                                .asText()
                                .equals("1.5"));
    }

    @Test
    void shuffledAndRepeatedReadingsGiveTheSame() {
        define("dc-b", "site-b", "2020-01-01", 200);
        List<String> readings = new ArrayList<>(month("dc-b"));
        readings.addAll(readings.subList(0, 500));
        Collections.shuffle(readings, new Random(7));

        for (int from = 0; from < readings.size(); from += 400) {
            push(readings.subList(from, Math.min(readings.size(), from + 400)));
        }

        JsonPath indicators = eventually("dc-b", "month", 743, "pue");
        assertThat(indicators.getDouble("intervals[0].facilityKwh")).isEqualTo(743 * 150.0);
        assertThat(indicators.getDouble("intervals[0].itKwh")).isEqualTo(743 * 100.0);
        assertThat(indicators.getDouble("intervals[0].pue")).isEqualTo(1.5);
    }

    @Test
    void aReadingArrivesAsAnEventWithinSeconds() {
        define("dc-live", "site-live", "2020-01-01", 200);
        push(List.of(reading("dc-live.it", MARCH, 0), reading("dc-live.total", MARCH, 0)));

        List<Long> latencies = new ArrayList<>();
        for (int hour = 1; hour <= 5; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            long pushed = System.nanoTime();
            push(
                    List.of(
                            reading("dc-live.it", time, hour * 100.0),
                            reading("dc-live.total", time, hour * 0.15)));
            awaitEvents("datacenter.energy-interval", "dc-live/IT/" + time.minusSeconds(3600));
            latencies.add(Duration.ofNanos(System.nanoTime() - pushed).toMillis());
        }

        LOG.infof("From push to event, ms: %s", latencies);
        assertThat(Collections.min(latencies)).isLessThan(5_000);
    }

    @Test
    void daysAndMonthsLieInTheZoneOfTheSite() {
        define("dc-c", "site-c", "2020-01-01", 200);
        tellSite("site-c", "Asia/Shanghai", 2);
        push(month("dc-c"));
        eventually("dc-c", "month", 735);

        JsonPath days =
                as("viewer")
                        .get("/api/datacenters/dc-c/indicators?period=2026-03&granularity=day")
                        .jsonPath();

        assertThat(days.getString("intervals[0].start")).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(days.getList("intervals")).hasSize(31);
        assertThat(days.getList("intervals[1].flags", String.class)).containsExactly("INTERIM");
    }

    @Test
    void statedIndicatorsStandBesideTheFleetAndAreTold() {
        String file =
                """
                subject,indicator,period,value,unit,evidence
                fleet,PUE,2019,1.35,1,report p. 12
                fleet,PUE,2020,1.32,1,
                fleet,PUE,2021,1.32,1,
                fleet,PUE,2018,0.9,1,
                nowhere,PUE,2021,1.3,1,
                """;

        as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/stated-indicators")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("rejected.code", hasItems("PUE_BELOW_ONE", "UNKNOWN_DATACENTER"));
        as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/stated-indicators")
                .then()
                .body("duplicates", equalTo(3));
        as("steward")
                .contentType("text/csv")
                .body(
                        """
                        subject,indicator,period,value,unit,evidence,supersedes
                        fleet,PUE,2018,1.4,1,,
                        fleet,PUE,2018,1.41,1,,
                        fleet,PUE,2018,1.42,1,,fleet/PUE/2018
                        """)
                .post("/api/imports/stated-indicators")
                .then()
                .body("accepted", equalTo(2))
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
        as("viewer")
                .get("/api/datacenters/indicators?year=2018")
                .then()
                .body("stated.pue", equalTo(1.42f));

        as("viewer")
                .get("/api/datacenters/indicators?year=2021")
                .then()
                .statusCode(200)
                .body("stated.pue", equalTo(1.32f))
                .body("year", equalTo(2021));
        assertThat(
                        String.valueOf(
                                awaitEvents("datacenter.indicator", "fleet/2021")
                                        .get("fleet/2021")))
                .contains("\"pue\":\"1.32\"", "STATED");
    }

    @Test
    void badReadingsAreListedAndGoodOnesStored() {
        define("dc-d", "site-d", "2020-01-01", 200);

        as("telemetry")
                .contentType("application/json")
                .body(
                        """
                        {"readings": [
                          {"point": "dc-d.it", "time": "2026-03-01T00:00:00Z", "value": 1},
                          {"point": "unknown", "time": "2026-03-01T00:00:00Z", "value": 1},
                          {"point": "dc-d.it", "time": "2090-03-01T00:00:00Z", "value": 1},
                          {"point": "dc-d.it", "time": 1767225600, "value": 1},
                          {"point": "dc-d.it", "time": "2026-03-01T00:00:00", "value": 1},
                          {"point": "dc-d.it", "time": "2026-03-01T00:00:00Z", "value": NaN},
                          17]}\
                        """)
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.index", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "UNKNOWN_POINT",
                                        "CLOCK_SKEW",
                                        "TIME_UNIT",
                                        "TIME_WITHOUT_OFFSET",
                                        "NOT_A_NUMBER",
                                        "MALFORMED")));
    }

    @Test
    void textThatIsNoJsonIsRefusedAsAWhole() {
        as("telemetry")
                .contentType("application/json")
                .body("{\"readings\": [{\"point\": ")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(400)
                .body("detail", containsString("nothing of the body is stored"));
    }

    @Test
    void aBodyThatGoesOnBeyondItsLimitIsRefused() {
        as("telemetry")
                .contentType("application/json")
                .body("{\"readings\": [" + " ".repeat(33 << 20) + "]}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    void aUnitThatDoesNotFitTheQuantityIsRefused() {
        define("dc-e", "site-e", "2020-01-01", 200);

        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "x", "role": "IT", "quantity": "POWER", "unit": "kWh"}]\
                        """)
                .put("/api/datacenters/dc-e/points")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].unit"))
                .body("violations[0].code", equalTo("UNIT_DOES_NOT_FIT"))
                .body("violations[0].message", containsString("'kWh'"));
    }

    @Test
    void aPointThatMeasuresSomethingElseNeedsItsOwnId() {
        define("dc-f", "site-f", "2020-01-01", 200);

        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "dc-f.it", "role": "COOLING", "quantity": "ENERGY_COUNTER", "unit": "kWh"}]\
                        """)
                .put("/api/datacenters/dc-f/points")
                .then()
                .statusCode(409)
                .body("code", equalTo("POINT_CONFLICT"));
    }

    @Test
    void aFacilityOnASiteThatDoesNotExistIsRefused() {
        as("steward")
                .contentType("application/json")
                .body("{\"siteId\": \"nowhere\", \"inOperationSince\": \"2020-01-01\"}")
                .put("/api/datacenters/dc-nowhere")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("siteId"))
                .body("violations[0].code", equalTo("UNKNOWN_SITE"))
                .body("violations[0].message", containsString("'nowhere'"));
        as("viewer").get("/api/datacenters/dc-nowhere").then().statusCode(404);
    }

    @Test
    void aFacilityWaitsForItsSiteToArrive() {
        var registration =
                CompletableFuture.runAsync(
                        () -> tellSite("site-late", "UTC", 1),
                        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        putFacility("dc-late", "{\"siteId\": \"site-late\", \"inOperationSince\": \"2020-01-01\"}");

        registration.join();
    }

    @Test
    void valuesThatNoMeterShowsAreRefused() {
        define("dc-n", "site-n", "2020-01-01", 200);

        as("telemetry")
                .contentType("application/json")
                .body(
                        """
                        {"readings": [
                          {"point": "dc-n.it", "time": "2026-03-01T00:00:00Z", "value": -1},
                          {"point": "dc-n.it", "time": "2026-03-01T01:00:00Z", "value": 1000001},
                          {"point": "dc-n.total", "time": "2026-03-01T00:00:00Z", "value": 1e15},
                          {"point": "dc-n.heat", "time": "2026-03-01T00:00:00Z", "value": 30}]}\
                        """)
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(List.of("NEGATIVE_COUNTER", "ABOVE_MAXIMUM", "OUT_OF_RANGE")));
    }

    @Test
    void aResetIsSeenAtTheIndicator() {
        define("dc-reset", "site-reset", "2020-01-01", 200);

        push(
                List.of(
                        reading("dc-reset.it", MARCH, 500),
                        reading("dc-reset.it", MARCH.plus(Duration.ofHours(1)), 3),
                        reading("dc-reset.it", MARCH.plus(Duration.ofHours(2)), 103)));

        String address = "/api/datacenters/dc-reset/indicators?period=2026-03&granularity=month";
        await(
                "the reset among the flags",
                () ->
                        as("viewer")
                                .get(address)
                                .jsonPath()
                                .getList("intervals[0].flags", String.class)
                                .contains("COUNTER_RESET"));
    }

    @Test
    void importsStoreTheGoodRowsAndListTheOthers() {
        tellSite("site-i", "UTC", 1);
        as("steward")
                .contentType("text/csv")
                .body(
                        """
                        datacenterId,siteId,name,inOperationSince,itCapacityKw,pueCategory
                        dc-i,site-i,Hall I,2019-05-01,1000,2
                        dc-j,site-j,Hall J,soon,1000,2
                        dc-l,nowhere,Hall L,2019-05-01,1000,2
                        """)
                .post("/api/imports/datacenters")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].column", equalTo("inOperationSince"))
                .body("rejected[1].line", equalTo(4))
                .body("rejected[1].code", equalTo("UNKNOWN_SITE"));
        as("steward")
                .contentType("text/csv")
                .body(
                        """
                        pointId,datacenterId,role,quantity,unit,maximum,ratedPower,bidirectional
                        dc-i.it,dc-i,IT,ENERGY_COUNTER,kWh,,500,false
                        dc-k.it,dc-k,IT,ENERGY_COUNTER,kWh,,,
                        """)
                .post("/api/imports/points")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("UNKNOWN_DATACENTER"));
        byte[] points =
                as("viewer")
                        .accept(Table.XLSX)
                        .get("/api/datacenters/dc-i/points")
                        .then()
                        .statusCode(200)
                        .contentType(Table.XLSX)
                        .extract()
                        .asByteArray();
        as("steward")
                .contentType(Table.XLSX)
                .body(points)
                .post("/api/imports/points")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1))
                .body("rejected", hasSize(0));
        as("viewer")
                .get("/api/datacenters/dc-i")
                .then()
                .statusCode(200)
                .body("itCapacityKw", equalTo("1000"));
    }

    @Test
    void nothingIsAnsweredWithoutTheRole() {
        given().get("/api/datacenters").then().statusCode(401);
        as("telemetry").get("/api/datacenters").then().statusCode(403);
        as("viewer")
                .contentType("application/json")
                .body("{\"readings\": []}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(403);
        as("viewer")
                .contentType("application/json")
                .body("{}")
                .put("/api/datacenters/dc-x")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        as("viewer")
                .get("/api/datacenters/none/indicators?period=2026")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATACENTER"));
        as("viewer").get("/api/datacenters/indicators?year=soon").then().statusCode(400);
    }

    /// Two stretches of days, ten days apart, pushed day by day from the last to the first: the
    /// counters bridge the gap with their exact difference.
    @Test
    void daysApartPushedNewestFirstAreToldInFull() {
        register("dc-apart", "site-apart", "");
        for (int day = 40; day >= 0; day--) {
            if (day < 15 || day >= 25) {
                push(hours("dc-apart", day * 24, 24));
            }
        }
        push(hours("dc-apart", 41 * 24, 1));

        JsonNode year = told("dc-apart/2026", data -> data.path("pairedHours").asInt() == 41 * 24);

        assertThat(year.path("inputKwh").asText()).isEqualTo(String.valueOf(41 * 24 * 150));
        assertThat(year.path("inputHours").asText()).isEqualTo(String.valueOf(41 * 24));
        assertThat(year.path("itKwh").asText()).isEqualTo(String.valueOf(41 * 24 * 100));
        assertThat(year.path("measuredHours").asInt()).isEqualTo(31 * 24 - 1);
        assertThat(year.path("pue").asText()).isEqualTo("1.5");
        assertThat(year.has("itCapacityKw")).isFalse();
    }

    @Test
    void aReadingWithinAnHourIsToldAsFarAsTheHourIsKnown() {
        register("dc-running", "site-running", ", \"itCapacityKw\": 200");
        push(hours("dc-running", 0, 3));
        told("dc-running/2026", data -> data.path("inputHours").asText().equals("2"));

        push(
                List.of(
                        reading(
                                "dc-running.total",
                                MARCH.plus(Duration.ofMinutes(135)),
                                2.25 * 0.15)));

        JsonNode year =
                told("dc-running/2026", data -> data.path("inputHours").asText().equals("2.25"));
        assertThat(year.path("inputKwh").asText()).isEqualTo("337.5");
    }

    @Test
    void aFacilityWithoutItMetersTellsWhatEnteredIt() {
        register("dc-total", "site-total", ", \"itCapacityKw\": 200");
        push(
                List.of(
                        reading("dc-total.total", MARCH, 0),
                        reading("dc-total.total", MARCH.plus(Duration.ofHours(5)), 0.75)));

        JsonNode year = told("dc-total/2026", data -> data.has("inputKwh"));

        assertThat(year.path("inputKwh").asText()).isEqualTo("750");
        assertThat(year.path("inputHours").asText()).isEqualTo("5");
        assertThat(year.has("itKwh")).isFalse();
        assertThat(year.has("pue")).isFalse();
    }

    @Test
    void aCapacityStatedLaterIsToldWithoutANewReading() {
        register("dc-later", "site-later", "");
        push(hours("dc-later", 0, 3));
        told("dc-later/2026", data -> !data.has("itCapacityKw"));

        register("dc-later", "site-later", ", \"itCapacityKw\": 200");

        told("dc-later/2026", data -> data.path("itCapacityKw").asText().equals("200"));
    }

    @Test
    void aStatedPueStandsBesideWhatIsMeasured() {
        define("dc-stated", "site-stated", "2020-01-01", 200);
        push(hours("dc-stated", 0, 3));
        as("steward")
                .contentType("text/csv")
                .body("subject,indicator,period,value,unit,evidence\ndc-stated,PUE,2026,1.4,1,\n")
                .post("/api/imports/stated-indicators")
                .then()
                .body("accepted", equalTo(1));

        JsonNode year = told("dc-stated/2026", data -> data.has("statedPue") && data.has("pue"));

        assertThat(year.path("provenance").asText()).isEqualTo("MEASURED");
        assertThat(year.path("pue").asText()).isEqualTo("1.5");
        assertThat(year.path("statedPue").asText()).isEqualTo("1.4");
        assertThat(year.path("inputKwh").asText()).isEqualTo("300");
    }
}

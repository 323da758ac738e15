package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.define;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.BadReadings.defineCounter;
import static org.netzero.datacenter.BadReadings.finding;
import static org.netzero.datacenter.BadReadings.hourly;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// Findings, locked periods and the view of operations.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class DataQualityTest {

    private static final Instant YEAR_2019 = Instant.parse("2019-06-03T00:00:00Z");

    @Inject DataSource database;

    /// Says what the emissions service says when an inventory becomes locked.
    private static void tellInventory(int year, String status, int version) {
        String event =
                """
                {"specversion": "1.0", "id": "%s", "source": "/netzero/emissions-service",
                 "type": "org.netzero.emissions.inventory-calculated.v1", "subject": "%2$d", "time": "2026-11-23T09:05:12.345Z",
                 "datacontenttype": "application/json",
                 "data": {"period": "%2$d", "gwpSet": "AR5_100", "status": "%3$s", "complete": false,
                          "scope1KgCo2e": "0", "scope2LocationKgCo2e": "0", "scope2MarketKgCo2e": "0", "scope3KgCo2e": "0",
                          "scope3Categories": [], "findings": [], "carriedForward": false, "version": %4$d}}\
                """
                        .formatted(UUID.randomUUID(), year, status, version);
        var settings = new Properties();
        settings.put("bootstrap.servers", LocalStack.bootstrapServers());
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        try (var producer = new KafkaProducer<String, String>(settings)) {
            producer.send(new ProducerRecord<>("emissions.inventory", String.valueOf(year), event))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String statusOf(int year) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select status from inventory_year where year = ?")) {
            select.setInt(1, year);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pushHours(String id, Instant from, int hours, int step) {
        var readings = new ArrayList<String>();
        for (int i = 0; i <= hours; i += step) {
            Instant time = from.plus(Duration.ofHours(i));
            readings.add(reading(id + ".total", time, i * 0.15));
            readings.add(reading(id + ".it", time, i * 100.0));
        }
        push(readings);
    }

    private static JsonPath day(String id) {
        return as("viewer")
                .get(
                        "/api/datacenters/%s/indicators?period=2019-06-03&granularity=day"
                                .formatted(id))
                .jsonPath();
    }

    private static double itOfDay(String id) {
        JsonPath day = day(id);
        return day.getString("intervals[0].itKwh") == null
                ? 0
                : day.getDouble("intervals[0].itKwh");
    }

    private static JsonPath quarantine(String id) {
        return as("viewer").get("/api/datacenters/%s/quarantine".formatted(id)).jsonPath();
    }

    private static ValidatableResponse decide(String role, String id, String what, String body) {
        return as(role).contentType("application/json")
                .body(body)
                .post("/api/datacenters/%s/quarantine/%s".formatted(id, what))
                .then();
    }

    @Test
    void row4ALateReadingOfALockedPeriodIsKeptApartUntilSomebodyDecides() {
        define("row4", "site-row4", "2018-01-01", 200);
        pushHours("row4", YEAR_2019, 4, 1);
        await("four hours", () -> itOfDay("row4") == 400);
        tellInventory(2019, "LOCKED", 7);
        await("the lock", () -> statusOf(2019).equals("LOCKED"));

        push(
                List.of(
                        reading("row4.it", YEAR_2019.plusSeconds(5 * 3_600), 550),
                        reading("row4.it", YEAR_2019.plusSeconds(6 * 3_600), 690),
                        reading("row4.it", YEAR_2019.plusSeconds(7 * 3_600), 790),
                        reading("row4.it", YEAR_2019.plusSeconds(3 * 3_600 + 1_800), 370)));

        JsonPath found = finding("row4", "LATE_FOR_LOCKED_PERIOD");
        await("three hours", () -> quarantine("row4").getList("items").size() == 3);
        assertThat(found.getString("items[0].role")).isEqualTo("IT");
        await(
                "the effect of all",
                () ->
                        finding("row4", "LATE_FOR_LOCKED_PERIOD")
                                .getString("items[0].message")
                                .contains("3 hours of IT would change by 390 kWh in sum"));
        JsonPath kept = quarantine("row4");
        assertThat(kept.getList("items.state", String.class)).containsOnly("OPEN");
        assertThat(new BigDecimal(kept.getString("items[1].amount"))).isEqualByComparingTo("140");
        assertThat(kept.getString("items[1].reported")).isNull();
        assertThat(itOfDay("row4")).isEqualTo(400);

        String body = "{\"period\": \"2019\", \"note\": \"meter read by hand\"}";
        decide("viewer", "row4", "release", body).statusCode(403);
        decide("steward", "row4", "release", "{\"period\": \"2019\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("note"));
        decide("steward", "row4", "release", body).statusCode(200).body("hours", equalTo(3));

        await(
                "the released hours",
                () -> day("row4").getDouble("intervals[0].energyByRoleKwh.IT") == 790);
        await(
                "the finding to close",
                () -> !BadReadings.openCodes("row4").contains("LATE_FOR_LOCKED_PERIOD"));
        assertThat(quarantine("row4").getList("items.state", String.class))
                .containsOnly("RELEASED");
        assertThat(quarantine("row4").getString("items[0].note")).isEqualTo("meter read by hand");
        decide("steward", "row4", "release", body)
                .statusCode(409)
                .body("code", equalTo("NOTHING_QUARANTINED"));
    }

    @Test
    void row4WhatIsDismissedStaysOnFileAndChangesNothing() {
        define("row4b", "site-row4b", "2018-01-01", 200);
        tellInventory(2018, "LOCKED", 3);
        tellInventory(2018, "DRAFT", 2);
        await("the lock", () -> statusOf(2018).equals("LOCKED"));
        Instant june = Instant.parse("2018-06-03T00:00:00Z");
        pushHours("row4b", june, 2, 1);
        await("four hours", () -> quarantine("row4b").getList("items").size() == 4);

        decide(
                        "steward",
                        "row4b",
                        "dismissal",
                        "{\"period\": \"2018-06\", \"role\": \"IT\", \"note\": \"a test\"}")
                .statusCode(200)
                .body("hours", equalTo(2));

        assertThat(quarantine("row4b").getList("items.state", String.class))
                .containsExactlyInAnyOrder("OPEN", "DISMISSED", "OPEN", "DISMISSED");
        assertThat(
                        as("viewer")
                                .get(
                                        "/api/datacenters/row4b/indicators?period=2018-06-03&granularity=day")
                                .jsonPath()
                                .getMap("intervals[0].energyByRoleKwh"))
                .isEmpty();
        assertThat(
                        as("viewer")
                                .accept(Table.CSV)
                                .get("/api/datacenters/row4b/quarantine")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .startsWith("role,start,amount,reported,effect");
    }

    @Test
    void aFindingIsAcknowledgedWithANoteAndStaysOpen() {
        defineCounter("quality-ack", "");
        hourly("quality-ack", 1_000, 1_010, 4, 16, 26);
        JsonPath found = finding("quality-ack", "COUNTER_RESET");
        String id = found.getString("items[0].id");
        String address = "/api/datacenters/quality-ack/findings/%s/acknowledgement".formatted(id);

        as("viewer")
                .contentType("application/json")
                .body("{\"note\": \"known\"}")
                .put(address)
                .then()
                .statusCode(403);
        as("steward")
                .contentType("application/json")
                .body("{}")
                .put(address)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("note"));
        as("steward")
                .contentType("application/json")
                .body("{\"note\": \"new meter\"}")
                .put(address)
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("acknowledgement.note", equalTo("new meter"))
                .body("acknowledgement.by", equalTo("test"));

        as("viewer")
                .get("/api/datacenters/quality-ack/operations")
                .then()
                .statusCode(200)
                .body("facility.openFindings.COUNTER_RESET", equalTo(null))
                .body("facility.acknowledgedFindings", equalTo(1));
        as("steward")
                .contentType("application/json")
                .body("{\"note\": \"x\"}")
                .put("/api/datacenters/quality-ack/findings/999999999/acknowledgement")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_FINDING"));
    }

    @Test
    void notesAreCountedApartFromFindingsThatWaitForSomebody() {
        defineCounter("quality-notes", "");
        hourly("quality-notes", 1_000, 1_010, 4, 16, 0, 26, 36);
        finding("quality-notes", "GLITCH");
        finding("quality-notes", "COUNTER_RESET");
        finding("quality-notes", "GAP");

        as("viewer")
                .get("/api/datacenters/quality-notes/operations")
                .then()
                .statusCode(200)
                .body("facility.openFindings.GAP", equalTo(1))
                .body("facility.openFindings.GLITCH", equalTo(1))
                .body("facility.openFindings.COUNTER_RESET", equalTo(1))
                .body("facility.openNotes", equalTo(2));
        String file =
                as("viewer")
                        .accept(Table.CSV)
                        .get("/api/datacenters/operations?limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(file.lines().findFirst().orElseThrow())
                .endsWith("openFindings,openNotes,acknowledgedFindings");
        assertThat(file.lines().filter(line -> line.startsWith("quality-notes,")))
                .singleElement()
                .asString()
                .endsWith(",3,2,0");
    }

    @Test
    void findingsAreListedByPeriodCodeAndStateInPagesAndAsAFile() {
        defineCounter("quality-list", "");
        hourly("quality-list", 1_000, 1_010, 4, 16, 0, 26, 36);
        finding("quality-list", "GLITCH");
        finding("quality-list", "COUNTER_RESET");
        finding("quality-list", "GAP");

        String address = "/api/datacenters/quality-list/findings";
        as("viewer").get(address + "?period=2026-05-04").then().body("items", hasSize(3));
        as("viewer").get(address + "?period=2026-05-05").then().body("items", hasSize(0));
        as("viewer").get(address + "?code=GLITCH").then().body("items", hasSize(1));
        as("viewer").get(address + "?open=false").then().body("items", hasSize(0));
        String next =
                as("viewer")
                        .get(address + "?limit=2")
                        .then()
                        .body("items", hasSize(2))
                        .extract()
                        .path("nextCursor");
        as("viewer")
                .get(address + "?limit=2&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", equalTo(null));
        as("viewer")
                .accept(Table.CSV)
                .get("/api/datacenters/findings?code=GLITCH&open=true")
                .then()
                .statusCode(200)
                .body(containsString("quality-list.p"));
        as("viewer")
                .get(address + "?code=NONSENSE")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("code"));
        as("viewer")
                .get(address + "?open=perhaps")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("open"));
        as("viewer")
                .get(address + "?cursor=x")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_CURSOR"));
        as("viewer")
                .get("/api/datacenters/nowhere/findings")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATACENTER"));
        as("telemetry").get(address).then().statusCode(403);
        given().get("/api/datacenters/findings").then().statusCode(401);
    }

    @Test
    void operationsShowTheLastHourOfEachPointAndWhichOnesAreSilent() {
        define("quality-live", "site-quality-live", "2020-01-01", 200);
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var readings = new ArrayList<String>();
        for (int i = 0; i <= 3; i++) {
            Instant time = now.minus(Duration.ofHours(3 - i));
            readings.add(reading("quality-live.total", time, 7 + i * 0.15));
            readings.add(reading("quality-live.it", time, 7_000 + i * 100));
        }
        readings.add(reading("quality-live.heat", now.minus(Duration.ofDays(2)), 30));
        readings.add(reading("quality-live.heat", now.minus(Duration.ofHours(47)), 30));
        push(readings);

        await(
                "the last hour",
                () ->
                        now.minus(Duration.ofHours(1))
                                .toString()
                                .equals(
                                        as("viewer")
                                                .get("/api/datacenters/quality-live/operations")
                                                .jsonPath()
                                                .getString("facility.lastHour.start")));
        await(
                "the heat",
                () ->
                        as("viewer")
                                        .get("/api/datacenters/quality-live/operations")
                                        .jsonPath()
                                        .getString("points[0].lastHour")
                                != null);
        JsonPath operations =
                as("viewer")
                        .get("/api/datacenters/quality-live/operations")
                        .then()
                        .statusCode(200)
                        .body("facility.lastHour.pue", equalTo(1.5f))
                        .body("facility.lastHour.itKw", equalTo(100f))
                        .body("facility.lastHour.load", equalTo(0.5f))
                        .body("facility.points", equalTo(3))
                        .body("facility.silentPoints", equalTo(1))
                        .body("facility.today.hours", notNullValue())
                        .extract()
                        .jsonPath();
        assertThat(operations.getList("points.point", String.class))
                .containsExactly("quality-live.heat", "quality-live.it", "quality-live.total");
        assertThat(operations.getList("points.silent", Boolean.class))
                .containsExactly(true, false, false);
        assertThat(operations.getString("points[1].knownUntil")).isEqualTo(now.toString());
        assertThat(operations.getLong("points[0].ageSeconds")).isGreaterThan(46 * 3_600L);
        as("viewer")
                .get("/api/datacenters/operations?limit=1000")
                .then()
                .statusCode(200)
                .body("items.datacenterId", hasItem("quality-live"));
        assertThat(
                        as("viewer")
                                .accept(Table.CSV)
                                .get("/api/datacenters/operations")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .startsWith("datacenterId,name,lastHour,lastHourPue");
        as("telemetry").get("/api/datacenters/operations").then().statusCode(403);
        as("viewer")
                .get("/api/datacenters/nowhere/operations")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_DATACENTER"));
    }

    @Test
    void addressesOfTheFleetAreNoIdsOfFacilities() {
        for (String id : List.of("findings", "operations")) {
            as("steward")
                    .contentType("application/json")
                    .body("{\"siteId\": \"nowhere\", \"inOperationSince\": \"2020-01-01\"}")
                    .put("/api/datacenters/" + id)
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("RESERVED"));
        }
    }
}

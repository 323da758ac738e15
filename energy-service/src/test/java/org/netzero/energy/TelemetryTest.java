package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class TelemetryTest {

    private static final Topic INTERVALS = new Topic("datacenter.energy-interval");
    private static final Topic CONSUMPTION = new Topic("energy.consumption");

    private static String interval(
            String id, String site, String role, String start, String kwh, long version) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "/netzero/datacenter-service",
         "type": "org.netzero.datacenter.energy-interval-measured.v1", "subject": "%s/%s/%s",
         "time": "2026-11-23T09:05:12.345Z", "datacontenttype": "application/json",
         "data": {"datacenterId": "dc-%s", "siteId": "%s", "role": "%s", "start": "%s", "end": "%s",
                  "energyKwh": "%s", "completeness": "1", "flags": [], "version": %d}}
        """
                .formatted(
                        id,
                        site,
                        role,
                        start,
                        site,
                        site,
                        role,
                        start,
                        Instant.parse(start).plusSeconds(3_600),
                        kwh,
                        version);
    }

    private static void hear(String site, String role, String start, String kwh, long version) {
        INTERVALS.send(
                site + "/" + role + "/" + start,
                interval(UUID.randomUUID().toString(), site, role, start, kwh, version));
    }

    private static void awaitTotal(String key, String energyKwh) {
        String event =
                CONSUMPTION.await(
                        key, value -> value.contains("\"energyKwh\":\"" + energyKwh + "\""));
        assertThat(new Contract("/contracts/energy/energy-consumption/v1").violations(event))
                .isEmpty();
    }

    @Test
    void whatEntersAFacilityMovesTheBalanceOfItsSiteAndMonth() {
        Api.site("measured", "DATA_CENTER");
        hear("measured", "FACILITY_INPUT", "2026-10-31T15:00:00Z", "1000.5", 1);
        hear("measured", "FACILITY_INPUT", "2026-10-31T16:00:00Z", "9000", 1);
        hear("measured", "IT", "2026-10-31T15:00:00Z", "800", 1);
        awaitTotal("measured/ELECTRICITY/PURCHASED/2026-10", "1000.5");
        awaitTotal("measured/ELECTRICITY/PURCHASED/2026-11", "9000");
        Api.balance("period=2026-10&siteId=measured")
                .body("indirectMwh", equalTo("1"))
                .body("byCarrier[0].provenance", equalTo("MEASURED"))
                .body("findings.code", hasItem("TELEMETRY_INCOMPLETE"));
    }

    @Test
    void telemetryIsTheHourlyLoadOfASiteWithoutAMeter() {
        Api.site("unmetered-hall", "DATA_CENTER");
        hear("unmetered-hall", "FACILITY_INPUT", "2026-06-09T16:00:00Z", "1000", 1);
        hear("unmetered-hall", "FACILITY_INPUT", "2026-06-09T17:00:00Z", "3000", 1);
        awaitTotal("unmetered-hall/ELECTRICITY/PURCHASED/2026-06", "4000");
        String site = "zones.collectMany { it.sites }.find { it.siteId == 'unmetered-hall' }";
        Api.as("viewer")
                .get("/api/energy/matching?granularity=hour&period=2026-06-10")
                .then()
                .statusCode(200)
                .body(site + ".loadMwh", equalTo("4"))
                .body(site + ".loadFrom", equalTo("TELEMETRY"))
                .body(
                        "findings.findAll { it.subject == 'unmetered-hall' }.code",
                        equalTo(List.of("LOAD_FROM_TELEMETRY", "HOURS_NOT_MEASURED")));
        Api.as("steward")
                .body(
                        """
                        {"siteId": "unmetered-hall", "carrier": "ELECTRICITY", "source": "PURCHASED",
                         "inServiceFrom": "2026-06-01"}
                        """)
                .put("/api/energy/meters/hall-meter")
                .then()
                .statusCode(201);
        // a meter takes the place of telemetry, also before its first interval
        Api.as("viewer")
                .get("/api/energy/matching?granularity=hour&period=2026-06-10")
                .then()
                .statusCode(422);
    }

    @Test
    void aFacilityThatOpensLaterIsNotExpectedBefore() {
        Api.site("opened-later", "DATA_CENTER");
        hear("opened-later", "FACILITY_INPUT", "2026-05-09T16:00:00Z", "1000", 1);
        hear("opened-later", "FACILITY_INPUT", "2026-05-09T17:00:00Z", "1000", 1);
        hear("opened-later", "FACILITY_INPUT", "2026-05-09T18:00:00Z", "1000", 1);
        INTERVALS.send(
                "opened-later/second",
                interval(
                                UUID.randomUUID().toString(),
                                "opened-later",
                                "FACILITY_INPUT",
                                "2026-05-09T17:00:00Z",
                                "2000",
                                1)
                        .replace("dc-opened-later", "dc-opened-second"));
        awaitTotal("opened-later/ELECTRICITY/PURCHASED/2026-05", "5000");
        // the first hour counts, and the third does not: the second facility told nothing of it
        Api.as("viewer")
                .get("/api/energy/matching?granularity=hour&period=2026-05-10")
                .then()
                .statusCode(200)
                .body(
                        "zones.collectMany { it.sites }.find { it.siteId == 'opened-later' }.loadMwh",
                        equalTo("4"));
    }

    @Test
    void theSameEventAgainAndAnOlderVersionHaveNoEffect() {
        Api.site("repeated", "DATA_CENTER");
        String start = "2026-09-10T00:00:00Z";
        String event =
                interval(
                        UUID.randomUUID().toString(), "repeated", "FACILITY_INPUT", start, "70", 2);
        INTERVALS.send("repeated", event);
        INTERVALS.send("repeated", event);
        INTERVALS.send(
                "repeated",
                interval(
                        UUID.randomUUID().toString(),
                        "repeated",
                        "FACILITY_INPUT",
                        start,
                        "50",
                        1));
        INTERVALS.send(
                "repeated",
                interval(
                        UUID.randomUUID().toString(),
                        "repeated",
                        "FACILITY_INPUT",
                        "2026-09-10T01:00:00Z",
                        "5",
                        1));
        awaitTotal("repeated/ELECTRICITY/PURCHASED/2026-09", "75");
        Api.balance("period=2026-09&siteId=repeated").body("lines[0].recordCount", equalTo(2));
    }

    @Test
    void aCorrectedHourReplacesTheEarlierOne() {
        Api.site("revised", "DATA_CENTER");
        hear("revised", "FACILITY_INPUT", "2026-09-10T00:00:00Z", "70", 1);
        awaitTotal("revised/ELECTRICITY/PURCHASED/2026-09", "70");
        hear("revised", "FACILITY_INPUT", "2026-09-10T00:00:00Z", "60", 2);
        awaitTotal("revised/ELECTRICITY/PURCHASED/2026-09", "60");
    }

    @Test
    void anInvoiceOfTheMonthBeatsTheTelemetry() {
        Api.site("invoiced", "DATA_CENTER");
        hear("invoiced", "FACILITY_INPUT", "2026-08-10T00:00:00Z", "70", 1);
        awaitTotal("invoiced/ELECTRICITY/PURCHASED/2026-08", "70");
        Api.storing(
                        """
                        [{"siteId": "invoiced", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "90", "unit": "MWh"}, "start": "2026-08", "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        awaitTotal("invoiced/ELECTRICITY/PURCHASED/2026-08", "90000");
        Api.balance("period=2026-08&siteId=invoiced").body("findings.code", hasItem("OUTRANKED"));
    }

    @Test
    void theHoursOfAnUnknownSiteWaitForItAndAreAFindingUntilThen() {
        hear("late", "FACILITY_INPUT", "2026-07-10T00:00:00Z", "70", 1);
        INTERVALS.send("waited", "{}");
        new Topic("datacenter.energy-interval.dead-letter")
                .await(message -> "waited".equals(message.key()));
        awaitFinding("TELEMETRY_WITHOUT_SITE");
        Api.site("late", "DATA_CENTER");
        awaitTotal("late/ELECTRICITY/PURCHASED/2026-07", "70");
    }

    @Test
    void anEventThatCannotBeReadGoesToTheDeadLettersWithTheReason() {
        INTERVALS.send("poison", "{\"no\": \"event\"");
        var letter =
                new Topic("datacenter.energy-interval.dead-letter")
                        .await(message -> "poison".equals(message.key()));
        assertThat(letter.value()).isEqualTo("{\"no\": \"event\"");
        assertThat(List.of(letter.headers().toArray()))
                .anyMatch(header -> header.key().equals("dead-letter-reason"));
    }

    private static void awaitFinding(String code) {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        List<String> codes = List.of();
        while (Instant.now().isBefore(until) && !codes.contains(code)) {
            codes = Api.balance("period=2026-07").extract().path("findings.code");
        }
        assertThat(codes).contains(code);
    }
}

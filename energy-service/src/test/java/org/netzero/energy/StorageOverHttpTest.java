package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// Storage, and the site as a grid of its own.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class StorageOverHttpTest {

    private static void site(String siteId, String timeZone) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "%s"}
                        """
                                .formatted(timeZone))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse storage(String storageId, String siteId, String more) {
        return Api.as("steward")
                .body(battery(siteId, more))
                .put("/api/energy/storages/" + storageId)
                .then();
    }

    private static String battery(String siteId, String more) {
        return """
        {"name": "Battery", "siteId": "%s", "usableCapacityKwh": "100", "chargePowerKw": "50", "dischargePowerKw": "40",
         "commissioned": "2022-01-01"%s}
        """
                .formatted(siteId, more);
    }

    private static void meter(String meterId, String siteId, String source, String more) {
        Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s"%s}
                        """
                                .formatted(siteId, source, more))
                .put("/api/energy/meters/" + meterId)
                .then()
                .statusCode(201);
    }

    private static void intervals(String meterId, String start, String... kwh) {
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        Instant at = Instant.parse(start);
        for (int i = 0; i < kwh.length; i++) {
            rows.append("%s,%s,%s,kWh\n".formatted(meterId, at.plusSeconds(3_600L * i), kwh[i]));
        }
        Api.importing("intervals", rows.toString())
                .statusCode(200)
                .body("accepted", equalTo(kwh.length));
    }

    private static ValidatableResponse operation(String storageId, String query) {
        return Api.as("viewer")
                .get("/api/energy/storages/%s/operation?%s".formatted(storageId, query))
                .then();
    }

    private static ValidatableResponse microgrid(String query) {
        return Api.as("viewer").get("/api/energy/microgrid?" + query).then();
    }

    @Test
    void theStateOfChargeFollowsWhatGoesInAndOut() {
        site("battery-site", "UTC");
        storage(
                        "battery",
                        "battery-site",
                        ", \"initialStateOfChargeKwh\": \"10\", \"roundTripEfficiency\": \"0.8\"")
                .statusCode(201)
                .body("revision", equalTo(1));
        meter("battery-in", "battery-site", "STORAGE_CHARGE", ", \"storageId\": \"battery\"");
        meter("battery-out", "battery-site", "STORAGE_DISCHARGE", ", \"storageId\": \"battery\"");
        intervals("battery-in", "2022-01-01T00:00:00Z", "50", "0", "0", "10");
        intervals("battery-out", "2022-01-01T00:00:00Z", "0", "30", "20", "0");
        operation("battery", "period=2022-01-01&granularity=hour")
                .statusCode(200)
                .body("stateOfChargeBeforeKwh", equalTo("10"))
                .body("parts", hasSize(24))
                .body("parts[0].stateOfChargeKwh", equalTo("50"))
                .body("parts[0].lostKwh", equalTo("10"))
                .body("parts[1].stateOfChargeKwh", equalTo("20"))
                .body("parts[1].lostKwh", equalTo("0"))
                .body("parts[2].stateOfChargeKwh", equalTo("0"))
                .body("parts[3].stateOfCharge", equalTo("0.08"))
                .body("total.chargedKwh", equalTo("60"))
                .body("total.dischargedKwh", equalTo("50"))
                .body("total.lostKwh", equalTo("12"))
                .body("roundTripEfficiency.used", equalTo("0.8"))
                .body("roundTripEfficiency.measured", nullValue())
                .body("roundTripEfficiency.changeOfStateKnown", equalTo(false))
                .body("findings.code", not(hasItem("CREATES_ENERGY")));
        // what it showed at the end says how much it really loses
        operation("battery", "period=2022-01-01&granularity=day&stateOfChargeAfterKwh=5")
                .body("roundTripEfficiency.measured", equalTo("0.75"))
                .body("roundTripEfficiency.changeOfStateKnown", equalTo(true))
                .body("total.stateOfChargeKwh", equalTo("5"))
                .body("total.lostKwh", equalTo("15"));
        // the next month goes on from there
        intervals("battery-in", "2022-02-01T00:00:00Z", "10");
        intervals("battery-out", "2022-02-01T00:00:00Z", "0");
        operation("battery", "period=2022-02&granularity=month")
                .body("stateOfChargeBeforeKwh", equalTo("8"))
                .body("parts[0].stateOfChargeKwh", equalTo("16"))
                .body("findings.code", hasItem("METER_GAPS"));
    }

    @Test
    void aStorageThatCreatesEnergyOrExceedsItselfIsAFinding() {
        site("magic", "UTC");
        storage("magic-battery", "magic", ", \"roundTripEfficiency\": \"1\"").statusCode(201);
        meter("magic-in", "magic", "STORAGE_CHARGE", "");
        meter("magic-out", "magic", "STORAGE_DISCHARGE", "");
        intervals("magic-in", "2022-01-01T00:00:00Z", "10", "0", "60", "60");
        intervals("magic-out", "2022-01-01T00:00:00Z", "0", "25", "0", "41");
        operation("magic-battery", "period=2022-01-01&granularity=day")
                .body(
                        "findings.find { it.code == 'CREATES_ENERGY' }.message",
                        containsString("15 kWh more came out"))
                .body("findings.findAll { it.code == 'ABOVE_POWER' }", hasSize(2))
                .body("findings.code", hasItem("STATE_OF_CHARGE_ASSUMED"));
        intervals("magic-in", "2022-01-01T04:00:00Z", "50", "50", "0");
        operation("magic-battery", "period=2022-01-01&granularity=day")
                .body("findings.code", hasItem("ABOVE_CAPACITY"));
        storage("magic-second", "magic", "").statusCode(201);
        operation("magic-second", "period=2022-01-01")
                .body("total.chargedKwh", nullValue())
                .body("findings.code", hasItem("NOT_TOLD_APART"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"usableCapacityKwh\": \"100\"', '\"usableCapacityKwh\": \"0\"', usableCapacityKwh, NOT_POSITIVE",
        "'\"chargePowerKw\": \"50\"', '\"chargePowerKw\": \"-1\"', chargePowerKw, NOT_POSITIVE",
        "'\"dischargePowerKw\": \"40\"', '\"dischargePowerKw\": \"\"', dischargePowerKw, REQUIRED",
        "'\"name\": \"Battery\"', '\"name\": \"Battery\", \"initialStateOfChargeKwh\": \"101\"', initialStateOfChargeKwh, OUTSIDE_CAPACITY",
        "'\"name\": \"Battery\"', '\"name\": \"Battery\", \"roundTripEfficiency\": \"1.2\"', roundTripEfficiency, NOT_AN_EFFICIENCY",
        "'\"name\": \"Battery\"', '\"name\": \"Battery\", \"decommissioned\": \"2021-01-01\"', decommissioned, END_NOT_AFTER_START",
        "2022-01-01, yesterday, commissioned, NOT_A_PERIOD"
    })
    void aStorageThatCannotBeIsRefusedWithTheField(
            String right, String wrong, String field, String code) {
        Api.as("steward")
                .body(battery("anywhere", "").replace(right, wrong))
                .put("/api/energy/storages/impossible")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
        operation("impossible", "period=2022")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_STORAGE"));
    }

    @Test
    void storageOfNoSiteOrOfTheGroupAndMetersOfAnotherAreRefused() {
        storage("lost-battery", "nowhere", "").statusCode(404);
        Api.site("everyone-stores", "GROUP");
        storage("group-battery", "everyone-stores", "")
                .statusCode(400)
                .body("violations[0].code", equalTo("STORAGE_OF_GROUP"));
        site("holder", "UTC");
        site("other-holder", "UTC");
        storage("held-battery", "holder", "").statusCode(201);
        for (String[] wrong :
                List.of(
                        new String[] {"holder", "STORAGE_CHARGE", "no-such", "UNKNOWN_STORAGE"},
                        new String[] {
                            "other-holder",
                            "STORAGE_CHARGE",
                            "held-battery",
                            "STORAGE_OF_OTHER_SITE"
                        },
                        new String[] {"holder", "ON_SITE_PV", "held-battery", "NOT_OF_STORAGE"})) {
            Api.as("steward")
                    .body(
                            """
                            {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s", "storageId": "%s"}
                            """
                                    .formatted((Object[]) wrong))
                    .put("/api/energy/meters/held-meter")
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo(wrong[3]));
        }
        operation("held-battery", "period=2022&granularity=week").statusCode(400);
        operation("held-battery", "period=2022&stateOfChargeAfterKwh=200")
                .statusCode(400)
                .body("violations[0].code", equalTo("OUTSIDE_CAPACITY"));
        operation("held-battery", "from=2020&to=2023&granularity=hour")
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_LONG"));
    }

    @Test
    void theListOfStorageAsAFileIsWhatTheImportTakes() {
        site("listed", "UTC");
        Api.importing(
                        "storages",
                        """
                        storageId,name,siteId,usableCapacityKwh,chargePowerKw,dischargePowerKw,commissioned,roundTripEfficiency
                        listed-1,Battery,listed,100,50,50,2022-03,0.9
                        listed-2,Battery,listed,-100,50,50,2022-03,0.9
                        listed-3,Battery,nowhere,100,50,50,2022-03,0.9
                        """)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(List.of("NOT_POSITIVE", "UNKNOWN_SITE")));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/storages")
                        .then()
                        .extract()
                        .asString();
        Api.importing("storages", csv).body("accepted", equalTo(0)).body("rejected", hasSize(0));
    }

    @Test
    void theMicrogridClosesInEveryHour() {
        site("island", "UTC");
        storage(
                        "island-battery",
                        "island",
                        ", \"initialStateOfChargeKwh\": \"0\", \"roundTripEfficiency\": \"1\"")
                .statusCode(201);
        meter("island-grid", "island", "PURCHASED", "");
        meter("island-pv", "island", "ON_SITE_PV", "");
        meter("island-out", "island", "EXPORTED", "");
        meter("island-curtailed", "island", "CURTAILED", "");
        meter("island-in", "island", "STORAGE_CHARGE", "");
        meter("island-back", "island", "STORAGE_DISCHARGE", "");
        intervals("island-grid", "2022-07-01T00:00:00Z", "0", "5", "1");
        intervals("island-pv", "2022-07-01T00:00:00Z", "20", "0", "0");
        intervals("island-out", "2022-07-01T00:00:00Z", "3", "0", "0");
        intervals("island-curtailed", "2022-07-01T00:00:00Z", "7", "0", "0");
        intervals("island-in", "2022-07-01T00:00:00Z", "10", "0", "0");
        intervals("island-back", "2022-07-01T00:00:00Z", "0", "4", "6");
        microgrid("siteId=island&period=2022-07-01&granularity=hour")
                .statusCode(200)
                .body("loadMetered", equalTo(false))
                .body("parts", hasSize(24))
                .body("parts[0].loadKwh", equalTo("7"))
                .body("parts[0].curtailedKwh", equalTo("7"))
                .body("parts[0].windKwh", nullValue())
                .body("parts[0].stateOfChargeKwh", equalTo("10"))
                .body("parts[1].loadKwh", equalTo("9"))
                .body("parts[1].stateOfChargeKwh", equalTo("6"))
                .body("parts[2].loadKwh", equalTo("7"))
                .body("parts[2].residualKwh", equalTo("0"))
                .body("parts[3].loadKwh", nullValue())
                .body("parts[3].missingHours", equalTo(1))
                .body("total.loadKwh", equalTo("23"))
                .body("total.residualKwh", equalTo("0"))
                .body("total.hours", equalTo(3))
                .body("findings.code", hasItem("HOURS_NOT_MEASURED"));
    }

    @Test
    void aMeteredLoadShowsWhatTheBalanceDoesNotCloseBy() {
        site("checked", "UTC");
        meter("checked-grid", "checked", "PURCHASED", "");
        meter("checked-load", "checked", "LOAD", "");
        intervals("checked-grid", "2022-07-01T00:00:00Z", "10", "10");
        intervals("checked-load", "2022-07-01T00:00:00Z", "10", "9");
        microgrid("siteId=checked&period=2022-07-01&granularity=day")
                .body("loadMetered", equalTo(true))
                .body("total.loadKwh", equalTo("19"))
                .body("total.residualKwh", equalTo("1"))
                .body("findings.code", hasItem("LOAD_DIFFERS"));
        // it is no energy of its own
        Api.balance("period=2022-07&siteId=checked").body("indirectMwh", equalTo("0.02"));
    }

    @Test
    void hoursBeforeAMeterIsInServiceAreNotMeasuredAsZero() {
        site("growing", "UTC");
        meter("growing-grid", "growing", "PURCHASED", ", \"inServiceFrom\": \"2022-07-01\"");
        meter("growing-pv", "growing", "ON_SITE_PV", ", \"inServiceFrom\": \"2022-06-30\"");
        meter("growing-load", "growing", "LOAD", ", \"inServiceFrom\": \"2022-07-02\"");
        intervals("growing-pv", "2022-06-30T00:00:00Z", "4");
        intervals("growing-grid", "2022-07-01T00:00:00Z", "10");
        intervals("growing-pv", "2022-07-01T00:00:00Z", "3");
        intervals("growing-grid", "2022-07-02T00:00:00Z", "10");
        intervals("growing-pv", "2022-07-02T00:00:00Z", "3");
        intervals("growing-load", "2022-07-02T00:00:00Z", "12");
        microgrid("siteId=growing&from=2022-06-30&to=2022-07-03&granularity=hour")
                .body("loadMetered", equalTo(true))
                .body("parts[0].loadKwh", nullValue())
                .body("parts[0].missingHours", equalTo(1))
                .body("parts[24].loadKwh", equalTo("13"))
                .body("parts[24].residualKwh", equalTo("0"))
                .body("parts[48].loadKwh", equalTo("12"))
                .body("parts[48].residualKwh", equalTo("1"))
                .body("total.loadKwh", equalTo("25"))
                .body("total.missingHours", equalTo(70));
    }

    @Test
    void theMicrogridShowsWhatItsStorageLoses() {
        site("lossy", "UTC");
        storage(
                        "lossy-battery",
                        "lossy",
                        ", \"initialStateOfChargeKwh\": \"0\", \"roundTripEfficiency\": \"0.9\"")
                .statusCode(201);
        meter("lossy-grid", "lossy", "PURCHASED", "");
        meter("lossy-in", "lossy", "STORAGE_CHARGE", "");
        meter("lossy-back", "lossy", "STORAGE_DISCHARGE", "");
        intervals("lossy-grid", "2022-07-01T00:00:00Z", "20", "0");
        intervals("lossy-in", "2022-07-01T00:00:00Z", "20", "0");
        intervals("lossy-back", "2022-07-01T00:00:00Z", "0", "18");
        microgrid("siteId=lossy&period=2022-07-01&granularity=hour")
                .body("parts[0].storageLossKwh", equalTo("2"))
                .body("parts[1].storageLossKwh", equalTo("0"))
                .body("parts[2].storageLossKwh", nullValue())
                .body("total.storageLossKwh", equalTo("2"))
                .body("total.stateOfChargeKwh", equalTo("0"));
    }

    @Test
    void centuriesOfHoursOfASiteAreRefusedWhateverItsMeters() {
        site("ageless", "UTC");
        storage("ageless-battery", "ageless", "").statusCode(201);
        for (String asked :
                List.of(
                        "microgrid?siteId=ageless&granularity=month&",
                        "storages/ageless-battery/operation?granularity=year&")) {
            Api.as("viewer")
                    .get("/api/energy/" + asked + "from=1900&to=2200")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("TOO_MANY_HOURS"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2022-03-27, 23, 2022-03-27T00:00+01:00",
        "Europe/Berlin, 2022-10-30, 25, 2022-10-30T00:00+02:00",
        "Asia/Kolkata, 2022-03-27, 24, 2022-03-27T00:00+05:30"
    })
    void hoursAreThoseOfTheSitesClock(String zone, String day, int hours, String first) {
        String id = "clock-" + hours;
        site(id, zone);
        meter(id + "-grid", id, "PURCHASED", "");
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        Instant at = java.time.OffsetDateTime.parse(first).toInstant();
        for (int i = 0; i < hours; i++) {
            rows.append("%s-grid,%s,%d,kWh\n".formatted(id, at.plusSeconds(3_600L * i), i));
        }
        Api.importing("intervals", rows.toString()).body("accepted", equalTo(hours));
        microgrid("siteId=%s&period=%s&granularity=hour".formatted(id, day))
                .body("parts", hasSize(hours))
                .body(
                        "parts[0].start",
                        equalTo(
                                java.time.OffsetDateTime.parse(first)
                                        .format(
                                                java.time.format.DateTimeFormatter
                                                        .ISO_OFFSET_DATE_TIME)))
                .body("parts[%d].loadKwh".formatted(hours - 1), equalTo(String.valueOf(hours - 1)))
                .body("total.missingHours", equalTo(0));
    }

    @Test
    void aMicrogridOfNothingIsRefused() {
        microgrid("period=2022").statusCode(400).body("violations[0].field", equalTo("siteId"));
        microgrid("siteId=no-such-place&period=2022")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_SITE"));
        site("unasked", "UTC");
        microgrid("siteId=unasked").statusCode(400);
        microgrid("siteId=unasked&period=2022-14").statusCode(400);
        microgrid("siteId=unasked&period=2022&granularity=year")
                .statusCode(400)
                .body("violations[0].field", equalTo("granularity"));
        Api.site("everyone-grid", "GROUP");
        microgrid("siteId=everyone-grid&period=2022")
                .statusCode(400)
                .body("violations[0].code", equalTo("MICROGRID_OF_GROUP"));
        microgrid("siteId=unasked&period=2022-07-01&granularity=day")
                .statusCode(200)
                .body("total.loadKwh", nullValue())
                .body("findings.code", hasItem("NO_LOAD_METER"));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/microgrid?siteId=unasked&period=2022-07&granularity=day")
                        .then()
                        .extract()
                        .asString();
        assertThat(csv.lines()).hasSize(32);
    }
}

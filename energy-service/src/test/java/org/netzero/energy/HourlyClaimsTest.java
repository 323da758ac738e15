package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// What instruments whose meters tell their hours cover. A plant generates 2 kWh in each of the
/// first twelve hours of a day, and a site draws 1 kWh in each of all.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class HourlyClaimsTest {

    private static final int HOURS = 24;

    private static void site(String siteId, String zone) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "NO", "gridZone": "%s", "timeZone": "UTC"}
                        """
                                .formatted(zone))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse meter(
            String meterId, String siteId, String source, String more) {
        return Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s"%s}
                        """
                                .formatted(siteId, source, more))
                .put("/api/energy/meters/" + meterId)
                .then();
    }

    private static void day(String meterId, String day, List<String> kwh, int revision) {
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit,revision\n");
        Instant at = Instant.parse(day + "T00:00:00Z");
        for (int i = 0; i < kwh.size(); i++) {
            rows.append(
                    "%s,%s,%s,kWh,%d\n"
                            .formatted(meterId, at.plusSeconds(3_600L * i), kwh.get(i), revision));
        }
        Api.importing("intervals", rows.toString())
                .statusCode(200)
                .body("accepted", equalTo(kwh.size()));
    }

    private static List<String> flat(String kwh) {
        return Collections.nCopies(HOURS, kwh);
    }

    private static List<String> halfADay(String kwh) {
        return Stream.concat(
                        Collections.nCopies(HOURS / 2, kwh).stream(),
                        Collections.nCopies(HOURS / 2, "0").stream())
                .toList();
    }

    /// A site in a zone of its name, with a plant.
    private static void system(String name, String day, String technology) {
        site(name, "ZONE-" + name);
        meter(name + "-load", name, "PURCHASED", "").statusCode(201);
        meter(
                        name + "-plant",
                        name,
                        "PURCHASED_RENEWABLE",
                        technology.isEmpty() ? "" : ", \"technology\": \"" + technology + "\"")
                .statusCode(201);
        day(name + "-load", day, flat("1"), 1);
        day(name + "-plant", day, halfADay("2"), 1);
    }

    private static void guarantee(String name, String day, String kwh, String more) {
        InstrumentsOverHttpTest.registering(
                        """
                        [{"instrumentId": "%s-go", "kind": "GO", "market": "NO", "technology": "WIND",
                          "vintageStart": "%s", "vintageEnd": "%s", "quantity": {"value": %s, "unit": "kWh"},
                          "trackingSystem": "NECS", "generationMeters": "%s-plant"%s}]
                        """
                                .formatted(name, day, next(day), kwh, name, more))
                .statusCode(201);
    }

    private static String next(String day) {
        return java.time.LocalDate.parse(day).plusDays(1).toString();
    }

    private static String allocate(String name, String day, String kwh) {
        return Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "period": "%s", "quantity": {"value": %s, "unit": "kWh"}}
                        """
                                .formatted(name, day, kwh))
                .post("/api/energy/instruments/%s-go/allocations".formatted(name))
                .then()
                .statusCode(201)
                .extract()
                .path("allocationId");
    }

    /// What the hourly rule set says of an instrument's only allocation that stands, when it says
    /// what is waited for.
    private static ValidatableResponse awaitVerdict(String name, String verdict) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        String path =
                "items.findAll { it.status != 'WITHDRAWN' }[0].verdicts.find { it.ruleSet == 'HOURLY' }.verdict";
        ValidatableResponse answer = allocations(name);
        while (Instant.now().isBefore(until) && !verdict.equals(answer.extract().path(path))) {
            answer = allocations(name);
        }
        return answer.body(path, equalTo(verdict));
    }

    private static ValidatableResponse allocations(String name) {
        return Api.as("viewer")
                .get("/api/energy/instruments/%s-go/allocations".formatted(name))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse matching(String day) {
        return Api.as("viewer")
                .get("/api/energy/matching?granularity=hour&period=" + day)
                .then()
                .statusCode(200);
    }

    private static String zone(String name, String field) {
        return "zones.find { it.zone == 'ZONE-%s' }.%s".formatted(name, field);
    }

    @Test
    void anAllocationIsJudgedByTheHoursOfGenerationAndAgainWhenTheyChange() {
        String day = "2013-03-05";
        system("judged", day, "");
        guarantee("judged", day, "24", "");
        String half = allocate("judged", day, "12");
        awaitVerdict("judged", "MET")
                .body(
                        "items[0].verdicts.find { it.ruleSet == 'HOURLY' }.reasons[0]",
                        containsString("100.00 % of it, 12 of 12 kWh"));
        Api.as("steward")
                .body("{}")
                .post("/api/energy/instruments/judged-go/allocations/" + half + "/release")
                .then()
                .statusCode(200);
        allocate("judged", day, "24");
        awaitVerdict("judged", "NOT_MET")
                .body(
                        "items.find { it.status == 'PROVISIONAL' }.verdicts.find { it.ruleSet == 'HOURLY' }.reasons[0]",
                        containsString("50.00 % of it, 12 of 24 kWh"));
        day("judged-load", day, flat("2"), 2);
        awaitVerdict("judged", "MET");
    }

    @Test
    void claimsThatTogetherAreWithinTheGenerationOfEachHourAreMet() {
        String day = "2013-07-01";
        system("together", day, "");
        for (int more = 2; more <= 4; more++) {
            day("together-plant", "2013-07-0" + more, halfADay("2"), 1);
            day("together-load", "2013-07-0" + more, flat("4"), 1);
        }
        day("together-load", day, flat("4"), 2);
        unmetered("long", "together-plant", "2013-07-01", "2013-07-05", "8");
        unmetered("together", "together-plant", day, next(day), "20");
        Api.as("steward")
                .body(
                        """
                        {"siteId": "together", "period": "2013-07", "quantity": {"value": 8, "unit": "kWh"}}
                        """)
                .post("/api/energy/instruments/long-go/allocations")
                .then()
                .statusCode(201);
        // 2 of the 8 kWh and 20 are within the 24 of the first day
        allocate("together", day, "20");
        awaitVerdict("together", "MET");
        awaitVerdict("long", "MET");
    }

    @Test
    void clocksHalfAnHourOffLoseNothingAtMidnight() {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "NO", "gridZone": "ZONE-halves",
                         "timeZone": "Asia/Kolkata"}
                        """)
                .put("/api/sites/halves")
                .then()
                .statusCode(201);
        meter("halves-load", "halves", "PURCHASED", "").statusCode(201);
        meter("halves-plant", "halves", "PURCHASED_RENEWABLE", "").statusCode(201);
        // the local day begins at 18:30 UTC, and its hours in UTC at 19:00
        localHours("halves-plant", 24, "1");
        localHours("halves-load", 0, "1");
        unmetered("halves", "halves-plant", "2013-06-02", "2013-06-03", "23");
        allocate("halves", "2013-06-02", "23");
        awaitVerdict("halves", "MET");
    }

    /// Two local days in India: so many hours of the first energy, and none after them.
    private static void localHours(String meterId, int hours, String kwh) {
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        Instant at = Instant.parse("2013-06-01T18:30:00Z");
        for (int i = 0; i < 2 * HOURS; i++) {
            rows.append(
                    "%s,%s,%s,kWh\n"
                            .formatted(
                                    meterId,
                                    at.plusSeconds(3_600L * i),
                                    hours == 0 || i < hours ? kwh : "0"));
        }
        Api.importing("intervals", rows.toString()).body("accepted", equalTo(2 * HOURS));
    }

    private static void unmetered(String name, String meter, String from, String to, String kwh) {
        InstrumentsOverHttpTest.registering(
                        """
                        [{"instrumentId": "%s-go", "kind": "GO", "market": "NO", "technology": "WIND",
                          "vintageStart": "%s", "vintageEnd": "%s", "quantity": {"value": %s, "unit": "kWh"},
                          "trackingSystem": "NECS"%s}]
                        """
                                .formatted(
                                        name,
                                        from,
                                        to,
                                        kwh,
                                        meter.isEmpty()
                                                ? ""
                                                : ", \"generationMeters\": \"" + meter + "\""))
                .statusCode(201);
    }

    private static void intensity(String zone, String day) {
        StringBuilder rows = new StringBuilder("zone,start,intensity,unit\n");
        for (int hour = 0; hour < HOURS; hour++) {
            rows.append("%s,%sT%02d:00:00Z,500,gCO2/kWh\n".formatted(zone, day, hour));
        }
        Api.importing("grid-hours", rows.toString()).body("accepted", equalTo(HOURS));
    }

    @Test
    void whatIsAllocatedCoversTheYearWhetherItsHoursAreKnownOrNot() {
        String day = "2013-06-10";
        system("sums", day, "");
        intensity("ZONE-sums", day);
        unmetered("sums", "", "2013-01-01", "2014-01-01", "15");
        // half a kWh of the day
        allocate("sums", "2013-06", "15");
        Api.as("viewer")
                .get("/api/energy/market-based?siteId=sums&period=" + day)
                .then()
                .body("zones[0].coveredHourlyMwh", equalTo("0"))
                .body("zones[0].hourlyKg", equalTo("12"))
                .body("zones[0].annualKg", equalTo("11.75"))
                .body("findings.code", hasItem("ALLOCATION_WITHOUT_HOURS"));
    }

    @Test
    void claimsOfASiteCountInTheZoneItDrawsIn() {
        String day = "2013-06-11";
        site("drawing", "ZONE-drawing");
        meter("drawing-load", "drawing", "PURCHASED", ", \"zone\": \"NO\"").statusCode(201);
        day("drawing-load", day, flat("1"), 1);
        intensity("NO", day);
        unmetered("drawing", "", "2013-01-01", "2014-01-01", "24");
        allocate("drawing", day, "24");
        String path = "/api/energy/market-based?siteId=drawing&period=" + day;
        Api.as("viewer")
                .get(path)
                .then()
                .body("zones[0].zone", equalTo("NO"))
                .body("zones[0].annualKg", equalTo("0"));
        // in two zones, of which none is its own, they count nowhere, and a finding says so
        meter("drawing-other", "drawing", "PURCHASED", ", \"zone\": \"SE\"").statusCode(201);
        day("drawing-other", day, flat("1"), 1);
        intensity("SE", day);
        Api.as("viewer")
                .get(path)
                .then()
                .body("zones.annualKg", equalTo(List.of("12", "12")))
                .body("findings.message.flatten().join()", containsString("[NO, SE]"));
    }

    @Test
    void hoursThatAreNotMeasuredLeaveTheVerdictOpen() {
        String day = "2013-03-06";
        site("gappy", "ZONE-gappy");
        meter("gappy-load", "gappy", "PURCHASED", "").statusCode(201);
        meter("gappy-plant", "gappy", "PURCHASED_RENEWABLE", "").statusCode(201);
        day("gappy-load", day, flat("1"), 1);
        day("gappy-plant", day, List.of("1", "1", "1"), 1);
        guarantee("gappy", day, "2", "");
        allocate("gappy", day, "2");
        awaitReason("gappy", "21 hours of generation or of what the site drew are not measured");
        allocations("gappy")
                .body(
                        "items[0].verdicts.find { it.ruleSet == 'HOURLY' }.verdict",
                        equalTo("UNKNOWN"));
    }

    @Test
    void aMeterOfTheLoadTellsNoGeneration() {
        String day = "2013-03-14";
        system("circular", day, "");
        InstrumentsOverHttpTest.registering(
                        """
                        [{"instrumentId": "circular-go", "kind": "GO", "market": "NO", "technology": "WIND",
                          "vintageStart": "2013-01-01", "vintageEnd": "2014-01-01",
                          "quantity": {"value": 24, "unit": "kWh"}, "trackingSystem": "NECS",
                          "generationMeters": "circular-load"}]
                        """)
                .statusCode(201);
        allocate("circular", day, "24");
        awaitReason("circular", "does not tell the generation");
    }

    @Test
    void aPlantInAnotherZoneOfTheGridDoesNotMeetTheHourlyRule() {
        String day = "2013-03-15";
        system("afar", day, "");
        system("consuming", day, "");
        guarantee("afar", day, "24", "");
        Api.as("steward")
                .body(
                        """
                        {"siteId": "consuming", "period": "%s", "quantity": {"value": 12, "unit": "kWh"}}
                        """
                                .formatted(day))
                .post("/api/energy/instruments/afar-go/allocations")
                .then()
                .statusCode(201);
        awaitVerdict("afar", "NOT_MET");
        awaitReason(
                "afar",
                "in the zone ZONE-afar of the grid, the electricity is consumed in ZONE-consuming");
    }

    private static void awaitReason(String name, String part) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        String path = "items[0].verdicts.find { it.ruleSet == 'HOURLY' }.reasons[0]";
        String reason = "";
        while (Instant.now().isBefore(until) && !reason.contains(part)) {
            reason = allocations(name).extract().path(path);
        }
        assertThat(reason).contains(part);
    }

    @Test
    void withoutMetersTheHoursAreNotKnown() {
        String day = "2013-03-07";
        system("unmetered", day, "");
        InstrumentsOverHttpTest.registering(
                        """
                        [{"instrumentId": "unmetered-go", "kind": "GO", "market": "NO", "technology": "WIND",
                          "vintageStart": "2013-01-01", "vintageEnd": "2014-01-01",
                          "quantity": {"value": 5, "unit": "kWh"}, "trackingSystem": "NECS"}]
                        """)
                .statusCode(201);
        allocate("unmetered", day, "5");
        allocations("unmetered")
                .body(
                        "items[0].verdicts.find { it.ruleSet == 'HOURLY' }.reasons",
                        equalTo(List.of("The generation of the plant is not known by the hour.")));
    }

    @Test
    void onlyWhatInstrumentsLetTheCompanyClaimIsMatched() {
        String day = "2013-03-08";
        system("claimable", day, "WIND");
        matching(day)
                .body(zone("claimable", "score"), equalTo("0.5"))
                .body(zone("claimable", "carbonFreeScore"), equalTo("0.5"))
                .body(
                        "findings.find { it.subject == 'claimable-plant' }.code",
                        equalTo("SUPPLY_WITHOUT_INSTRUMENT"));
        guarantee("claimable", day, "24", ", \"acquired\": \"ISSUED\"");
        matching(day)
                .body(zone("claimable", "score"), equalTo("0"))
                .body(
                        "findings.find { it.subject == 'claimable-plant' }.code",
                        equalTo("SUPPLY_NOT_CLAIMABLE"));
        InstrumentsOverHttpTest.step("claimable-go", "{\"step\": \"BOUGHT\"}").statusCode(200);
        matching(day)
                .body(zone("claimable", "score"), equalTo("0.5"))
                .body("findings.subject", not(hasItem("claimable-plant")));
        InstrumentsOverHttpTest.step(
                        "claimable-go",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 18, \"unit\": \"kWh\"}}")
                .statusCode(200);
        // 6 of 24 kWh are left: half a kWh in each of twelve hours
        matching(day)
                .body(zone("claimable", "score"), equalTo("0.25"))
                .body(zone("claimable", "supplyMwh"), equalTo("0.01"))
                .body(
                        "findings.find { it.subject == 'claimable-plant' }.message",
                        containsString("18 of 24 kWh"));
        InstrumentsOverHttpTest.step("claimable-go", "{\"step\": \"EXPIRED\"}").statusCode(200);
        matching(day).body(zone("claimable", "score"), equalTo("0"));
    }

    @Test
    void nuclearPowerIsCarbonFreeAndNotRenewable() {
        String day = "2013-03-09";
        system("nuclear", day, "NUCLEAR");
        matching(day)
                .body(zone("nuclear", "score"), equalTo("0"))
                .body(zone("nuclear", "carbonFreeScore"), equalTo("0.5"));
        Api.balance("period=2013-03&siteId=nuclear").body("renewable.purchasedMwh", nullValue());
        system("unsaid", "2013-03-10", "");
        matching("2013-03-10")
                .body(zone("unsaid", "score"), equalTo("0.5"))
                .body(zone("unsaid", "carbonFreeScore"), nullValue())
                .body("carbonFreeScore", nullValue())
                .body("findings.code", hasItem("SUPPLY_TECHNOLOGY_UNKNOWN"));
    }

    @Test
    void marketBasedEmissionsAreThoseOfTheHoursThatNothingCovers() {
        String day = "2013-03-11";
        system("market", day, "");
        guarantee("market", day, "24", "");
        allocate("market", day, "24");
        StringBuilder rows = new StringBuilder("zone,start,intensity,unit,purpose\n");
        for (int hour = 0; hour < HOURS; hour++) {
            String start = Instant.parse(day + "T00:00:00Z").plusSeconds(3_600L * hour).toString();
            rows.append("ZONE-market,%s,500,gCO2/kWh,\n".formatted(start));
            if (hour > 0) {
                rows.append("ZONE-market,%s,1000,gCO2/kWh,MARKET_RESIDUAL\n".formatted(start));
            }
        }
        Api.importing("grid-hours", rows.toString()).body("accepted", equalTo(2 * HOURS - 1));
        String path = "/api/energy/market-based?siteId=market&period=" + day;
        Api.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .body("zones[0].hours", equalTo(HOURS))
                .body("zones[0].hoursAtResidual", equalTo(HOURS - 1))
                .body("zones[0].hoursAtGrid", equalTo(1))
                .body("zones[0].hourlyKg", equalTo("12"))
                .body("zones[0].annualKg", equalTo("0"))
                .body("zones[0].locationBasedHourlyKg", equalTo("12"))
                .body("zones[0].gas", equalTo("CO2"))
                .body("findings.code", hasItem("NO_RESIDUAL_MIX"));
        assertThat(Api.as("viewer").accept("text/csv").get(path).then().extract().asString())
                .startsWith("zone,gas,drawnMwh,coveredHourlyMwh,coveredAnnualMwh");
        // a correction of the residual mix names itself, and not the average
        Api.importing(
                        "grid-hours",
                        """
                        zone,start,intensity,unit,purpose,supersedes
                        ZONE-market,%sT05:00:00Z,900,gCO2/kWh,MARKET_RESIDUAL,ZONE-market/%sT05:00:00Z
                        ZONE-market,%sT05:00:00Z,900,gCO2/kWh,MARKET_RESIDUAL,ZONE-market/%sT05:00:00Z/MARKET_RESIDUAL
                        ZONE-market,%sT05:00:00Z,900,gCO2/kWh,BEST,
                        """
                                .formatted(day, day, day, day, day))
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(List.of("CORRECTS_ANOTHER", "UNKNOWN_VALUE")));
    }

    @Test
    void whatIsNotAllocatedCoversNoHourOfTheMarketBasedFigure() {
        String day = "2013-03-12";
        system("idle", day, "");
        guarantee("idle", day, "24", "");
        Api.importing(
                        "grid-hours",
                        "zone,start,intensity,unit\nZONE-idle,%sT00:00:00Z,500,gCO2/kWh\n"
                                .formatted(day))
                .body("accepted", equalTo(1));
        Api.as("viewer")
                .get("/api/energy/market-based?siteId=idle&period=" + day)
                .then()
                .body("zones[0].hourlyKg", equalTo("0.5"))
                .body("zones[0].annualKg", equalTo("0.5"))
                .body("zones[0].hoursLeftOut", equalTo(HOURS - 1))
                .body("findings.code", hasItem("HOURS_NOT_MEASURED"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/energy/market-based?period=1995, 422, HOURLY_SERIES_NEEDED",
        "/api/energy/market-based?period=2013&siteId=nobody, 404, UNKNOWN_SITE",
        "/api/energy/market-based?period=soon, 400, NOT_A_PERIOD",
        "/api/energy/market-based, 400, REQUIRED"
    })
    void aQuestionThatCannotBeAnsweredIsRefused(String path, int status, String code) {
        assertThat(Api.as("viewer").get(path).then().statusCode(status).extract().asString())
                .contains(code);
    }

    @Test
    void theTechnologyIsStatedOfPlantsUnderContractAndStays() {
        site("stated", "ZONE-stated");
        meter("stated-load", "stated", "PURCHASED", ", \"technology\": \"WIND\"")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_APPLICABLE"));
        meter("stated-plant", "stated", "PURCHASED_RENEWABLE", ", \"technology\": \"FUSION\"")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        meter("stated-plant", "stated", "PURCHASED_RENEWABLE", "").statusCode(201);
        day("stated-plant", "2013-03-13", List.of("1"), 1);
        meter("stated-plant", "stated", "PURCHASED_RENEWABLE", ", \"technology\": \"WIND\"")
                .statusCode(200)
                .body("technology", equalTo("WIND"));
        meter("stated-plant", "stated", "PURCHASED_RENEWABLE", ", \"technology\": \"NUCLEAR\"")
                .statusCode(409)
                .body("code", equalTo("METER_IN_USE"));
    }

    @ParameterizedTest
    @CsvSource({"a b, NOT_AN_ID", "a;;b, NOT_AN_ID", "MANY, TOO_MANY_METERS"})
    void metersThatAreNoneAreRefused(String meters, String code) {
        String named =
                meters.equals("MANY")
                        ? String.join(
                                ";",
                                Stream.iterate(1, i -> i + 1).limit(21).map(i -> "m" + i).toList())
                        : meters;
        InstrumentsOverHttpTest.registering(
                        InstrumentsOverHttpTest.gec(
                                "no-meters",
                                "1",
                                "MWh",
                                ", \"generationMeters\": \"" + named + "\""))
                .statusCode(400)
                .body("violations[0].code", equalTo(code))
                .body("violations[0].field", containsString("generationMeters"));
    }
}

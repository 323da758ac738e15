package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.netzero.energy.InstrumentsOverHttpTest.gec;
import static org.netzero.energy.InstrumentsOverHttpTest.reading;
import static org.netzero.energy.InstrumentsOverHttpTest.registering;
import static org.netzero.energy.InstrumentsOverHttpTest.step;
import static org.netzero.energy.InstrumentsOverHttpTest.trade;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.local.test.LocalStack;

/// What instruments are allocated to: a kilowatt-hour is claimed once.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class AllocationsOverHttpTest {

    @Inject DataSource database;

    /// A site that bought electricity in 2023.
    private static void site(String siteId, String boughtMwh) {
        Api.site(siteId);
        bought(siteId, boughtMwh);
    }

    private static void bought(String siteId, String mwh) {
        record(siteId, "PURCHASED", mwh);
    }

    private static void record(String siteId, String source, String mwh) {
        Api.storing(
                        """
                        [{"recordId": "%s-%s", "siteId": "%s", "carrier": "ELECTRICITY", "source": "%s",
                          "quantity": {"value": %s, "unit": "MWh"}, "start": "2023", "provenance": "STATED"}]
                        """
                                .formatted(siteId, source, siteId, source, mwh))
                .statusCode(201);
    }

    private static String order(String siteId, String mwh, String more) {
        return """
        {"siteId": "%s", "period": "2023", "quantity": {"value": %s, "unit": "MWh"}%s}
        """
                .formatted(siteId, mwh, more);
    }

    private static ValidatableResponse allocating(String instrumentId, String order) {
        return Api.as("steward")
                .body(order)
                .post("/api/energy/instruments/" + instrumentId + "/allocations")
                .then();
    }

    private static ValidatableResponse posting(
            String instrumentId, String allocationId, String what, String body) {
        return Api.as("steward")
                .body(body)
                .post(
                        "/api/energy/instruments/%s/allocations/%s/%s"
                                .formatted(instrumentId, allocationId, what))
                .then();
    }

    private static String allocated(String instrumentId, String siteId, String mwh) {
        return allocating(instrumentId, order(siteId, mwh, ""))
                .statusCode(201)
                .extract()
                .path("allocationId");
    }

    @Test
    void anAllocationStatesWhatEachRuleSetSaysAndIsToldToTheOthers() {
        site("covered", "100");
        registering(gec("covered-gec", "60", "MWh", "")).statusCode(201);
        String id =
                allocating("covered-gec", order("covered", "40", ""))
                        .statusCode(201)
                        .body("status", equalTo("PROVISIONAL"))
                        .body("effect", equalTo("COVERS_CONSUMPTION"))
                        .body("energyKwh", equalTo("40000"))
                        .body(
                                "verdicts.ruleSet",
                                equalTo(List.of("GHGP_SCOPE2", "RE100", "CN_GEC", "HOURLY")))
                        .body("verdicts.verdict", equalTo(List.of("MET", "MET", "MET", "UNKNOWN")))
                        .extract()
                        .path("allocationId");
        reading("covered-gec")
                .body("status", equalTo("ALLOCATED"))
                .body("allocatedKwh", equalTo("40000"))
                .body("leftKwh", equalTo("20000"));
        posting(
                        "covered-gec",
                        id,
                        "retirement",
                        "{\"on\": \"2024-03-01\", \"evidence\": \"serials 1 to 40\"}")
                .statusCode(200)
                .body("status", equalTo("RETIRED"))
                .body("retiredOn", equalTo("2024-03-01"));
        String event =
                new Topic("energy.instrument").await(id, told -> told.contains("\"RETIRED\""));
        assertThat(event).contains("\"energyKwh\":\"40000\"").contains("serials 1 to 40");
        assertThat(new Contract("/contracts/energy/energy-instrument/v1").violations(event))
                .isEmpty();
        Api.as("viewer")
                .get("/api/energy/instruments/covered-gec/allocations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].siteId", equalTo("covered"))
                .body("items[0].evidence", equalTo("serials 1 to 40"));
        assertThat(
                        Api.as("viewer")
                                .accept("text/csv")
                                .get("/api/energy/instruments/covered-gec/allocations")
                                .asString())
                .contains(id + ",covered-gec,covered,2023,40,MWh,40000,COVERS_CONSUMPTION,RETIRED")
                .contains("GHGP_SCOPE2=MET");
    }

    @Test
    void theSameAllocationTwiceIsOneAndOtherContentAConflict() {
        site("twice", "100");
        registering(gec("twice-gec", "60", "MWh", "")).statusCode(201);
        String id = ", \"allocationId\": \"" + UUID.randomUUID() + "\"";
        allocating("twice-gec", order("twice", "10", id)).statusCode(201);
        allocating("twice-gec", order("twice", "10", id)).statusCode(200);
        allocating("twice-gec", order("twice", "11", id))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"));
        reading("twice-gec").body("allocatedKwh", equalTo("10000"));
    }

    @Test
    void moreThanIsLeftIsRefusedNamingWhatIsLeft() {
        site("left", "100");
        registering(gec("left-gec", "50", "MWh", "")).statusCode(201);
        allocated("left-gec", "left", "30");
        allocating("left-gec", order("left", "21", ""))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_ENOUGH_LEFT"))
                .body("detail", containsString("20000 kWh of 'left-gec' are left"));
        allocated("left-gec", "left", "20");
    }

    @Test
    void noMoreIsClaimedThanTheSiteBought() {
        site("little", "10");
        registering(gec("little-gec", "50", "MWh", "")).statusCode(201);
        registering(gec("little-gec-2", "50", "MWh", "")).statusCode(201);
        allocating("little-gec", order("little", "11", ""))
                .statusCode(409)
                .body("code", equalTo("ABOVE_CONSUMPTION"))
                .body("detail", containsString("10000 kWh are not claimed yet"));
        allocated("little-gec", "little", "7");
        allocating("little-gec-2", order("little", "4", "").replace("2023", "2023-05"))
                .statusCode(409)
                .body("detail", containsString("3000 kWh are not claimed yet"));
        allocated("little-gec-2", "little", "3");
        allocating("little-gec", order("little", "1", "").replace("2023", "2022"))
                .statusCode(409)
                .body("detail", containsString("nothing is on file"));
    }

    @Test
    void claimsFarApartDoNotShareTheYearsFigureTwice() {
        site("apart", "100");
        Api.storing(
                        """
                        [{"recordId": "apart-june", "siteId": "apart", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": 50, "unit": "MWh"}, "start": "2023-06", "provenance": "STATED"}]
                        """)
                .statusCode(201);
        registering(gec("apart-gec", "200", "MWh", "")).statusCode(201);
        allocating("apart-gec", order("apart", "75", "").replace("2023", "2023-01"))
                .statusCode(201);
        allocating("apart-gec", order("apart", "75", "").replace("2023", "2023-12"))
                .statusCode(409)
                .body("code", equalTo("ABOVE_CONSUMPTION"))
                .body("detail", containsString("25000 kWh are not claimed yet"));
        allocating("apart-gec", order("apart", "75", "").replace("2023", "2023-06"))
                .statusCode(201);
        allocating("apart-gec", order("apart", "1", "").replace("2023", "2023-12"))
                .statusCode(409)
                .body("detail", containsString("0 kWh are not claimed yet"));
    }

    @ParameterizedTest
    @CsvSource({
        "siteId, \"shape\", \"nowhere\", UNKNOWN_SITE",
        "period, \"2023\", \"lately\", NOT_A_PERIOD",
        "period, \"2023\", \"2023-01-01/2025-01-01\", TOO_LONG",
        "quantity.value, \"value\": 1, \"value\": -1, NOT_POSITIVE",
        "quantity.unit, MWh, t, WRONG_UNIT",
        "effect, }}, '}, \"effect\": \"GREENWASHES\"}', UNKNOWN_VALUE",
        "allocationId, }}, '}, \"allocationId\": \"one\"}', NOT_A_UUID"
    })
    void whatBreaksARuleIsRefusedWithItsField(String field, String good, String bad, String code) {
        Api.as("steward")
                .body(
                        "{\"name\": \"A\", \"kind\": \"OFFICE\", \"country\": \"CN\", \"timeZone\": \"Asia/Shanghai\"}")
                .put("/api/sites/shape");
        registering(gec("shape-gec", "5", "MWh", ""));
        String asked = order("shape", "1", "").strip();
        allocating("shape-gec", asked.replace(good, bad))
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    @Test
    void unknownInstrumentsAndAllocationsAreNamed() {
        site("strange", "10");
        registering(gec("strange-gec", "5", "MWh", "")).statusCode(201);
        allocating("stranger", order("strange", "1", ""))
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_INSTRUMENT"));
        posting("strange-gec", UUID.randomUUID().toString(), "retirement", "{}")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_ALLOCATION"));
        posting("strange-gec", "7", "release", "{}").statusCode(404);
        Api.as("viewer")
                .body(order("strange", "1", ""))
                .post("/api/energy/instruments/strange-gec/allocations")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherMarketsCertificateIsRefusedWithTheReasonsOfEveryRuleSet() {
        site("abroad", "100");
        registering(
                        gec("abroad-rec", "5", "MWh", "")
                                .replace("\"GEC\"", "\"REC\"")
                                .replace("\"CN\"", "\"US\""))
                .statusCode(201);
        allocating("abroad-rec", order("abroad", "5", ""))
                .statusCode(422)
                .body("code", equalTo("NO_RULE_SET_MET"))
                .body("detail", containsString("GHGP_SCOPE2: It was issued for the market US"))
                .body("detail", containsString("RE100:"))
                .body("detail", containsString("CN_GEC:"))
                .body("detail", containsString("HOURLY:"));
        reading("abroad-rec").body("leftKwh", equalTo("5000"));
    }

    @Test
    void aRateThatIsNotStatedHasToBe() {
        site("burning", "100");
        String biomass = gec("burning-gec", "5", "MWh", "").replace("\"WIND\"", "\"BIOMASS\"");
        registering(biomass).statusCode(201);
        allocating("burning-gec", order("burning", "5", ""))
                .statusCode(409)
                .body("code", equalTo("EMISSION_RATE_UNKNOWN"));
        registering(
                        biomass.replace(
                                "false}",
                                "false, \"kgCo2ePerKwh\": \"0.02\", \"supersedes\": \"burning-gec\"}"))
                .statusCode(201);
        allocated("burning-gec", "burning", "5");
    }

    @Test
    void whatIsNotBoughtExpiredOrHandedOnIsNotAllocated() {
        site("illegal", "100");
        registering(gec("illegal-1", "5", "MWh", ", \"acquired\": \"ISSUED\"")).statusCode(201);
        allocating("illegal-1", order("illegal", "1", ""))
                .statusCode(409)
                .body("code", equalTo("STEP_REFUSED"))
                .body("detail", containsString("not bought"));
        registering(gec("illegal-2", "5", "MWh", ", \"expiresOn\": \"2025-12-31\""))
                .statusCode(201);
        allocating("illegal-2", order("illegal", "1", ""))
                .statusCode(409)
                .body("detail", containsString("expired on 2025-12-31"));
        registering(gec("illegal-3", "5", "MWh", "")).statusCode(201);
        step(
                        "illegal-3",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 5, \"unit\": \"MWh\"}}")
                .statusCode(200);
        allocating("illegal-3", order("illegal", "1", ""))
                .statusCode(409)
                .body("code", equalTo("NOT_ENOUGH_LEFT"));
    }

    @Test
    void aReleasedPartCanBeAllocatedAgainAndARetiredOneNever() {
        site("released", "100");
        registering(gec("released-gec", "5", "MWh", "")).statusCode(201);
        String first = allocated("released-gec", "released", "5");
        posting("released-gec", first, "release", "{\"reason\": \"wrong site\"}")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("verdicts", hasSize(0));
        posting("released-gec", first, "release", "{}").statusCode(200);
        posting("released-gec", first, "retirement", "{}")
                .statusCode(409)
                .body("detail", containsString("was withdrawn"));
        String event =
                new Topic("energy.instrument").await(first, told -> told.contains("WITHDRAWN"));
        assertThat(event).contains("\"energyKwh\":\"0\"").contains("\"version\":2");
        String second = allocated("released-gec", "released", "5");
        posting("released-gec", second, "retirement", "{\"on\": \"2022-12-31\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("BEFORE_GENERATION"));
        posting("released-gec", second, "retirement", "{\"on\": \"2024-01-02\"}").statusCode(200);
        posting("released-gec", second, "retirement", "{\"on\": \"2024-01-02\"}").statusCode(200);
        posting("released-gec", second, "retirement", "{\"on\": \"2024-01-03\"}")
                .statusCode(409)
                .body("code", equalTo("STEP_REFUSED"));
        posting("released-gec", second, "release", "{}")
                .statusCode(409)
                .body("detail", containsString("stays claimed"));
        reading("released-gec").body("status", equalTo("RETIRED"));
        Api.as("viewer")
                .get("/api/energy/instruments/released-gec/steps")
                .then()
                .body(
                        "items.step",
                        equalTo(
                                List.of(
                                        "ISSUED",
                                        "BOUGHT",
                                        "ALLOCATED",
                                        "RELEASED",
                                        "ALLOCATED",
                                        "RETIRED")));
    }

    @Test
    void whatExpiresTakesItsProvisionalClaimsWithIt() {
        site("expiring", "100");
        registering(gec("expiring-gec", "5", "MWh", "")).statusCode(201);
        String retired = allocated("expiring-gec", "expiring", "2");
        String open = allocated("expiring-gec", "expiring", "1");
        posting("expiring-gec", retired, "retirement", "{\"on\": \"2024-05-01\"}").statusCode(200);
        step("expiring-gec", "{\"step\": \"EXPIRED\", \"on\": \"2025-12-31\"}")
                .statusCode(200)
                .body("retiredKwh", equalTo("2000"))
                .body("expiredKwh", equalTo("3000"))
                .body("leftKwh", equalTo("0"));
        posting("expiring-gec", open, "retirement", "{}").statusCode(409);
        Api.balance("period=2023&siteId=expiring")
                .body("renewable.coveredByInstrumentsMwh", equalTo("2"));
        allocating("expiring-gec", order("expiring", "1", "")).statusCode(409);
    }

    @Test
    void aTradeIsClaimedOnceTogetherWithItsCertificate() {
        site("paired", "100");
        registering(trade("paired-trade", "10", ", \"certificateId\": \"paired-gec\""))
                .statusCode(201);
        String id =
                allocating("paired-trade", order("paired", "6", ""))
                        .statusCode(201)
                        .body("verdicts[0].verdict", equalTo("UNKNOWN"))
                        .extract()
                        .path("allocationId");
        registering(gec("paired-gec", "10", "MWh", "")).statusCode(201);
        new Topic("energy.instrument")
                .await(
                        id,
                        told ->
                                told.contains("\"version\":2")
                                        && told.contains(
                                                "{\"ruleSet\":\"GHGP_SCOPE2\",\"verdict\":\"MET\""));
        allocating("paired-trade", order("paired", "1", "").replace("MWh", "certificates"))
                .statusCode(400)
                .body("violations[0].code", equalTo("WRONG_UNIT"));
        allocating("paired-gec", order("paired", "5", ""))
                .statusCode(409)
                .body("code", equalTo("NOT_ENOUGH_LEFT"));
        allocated("paired-gec", "paired", "4");
        reading("paired-trade").body("leftKwh", equalTo("0"));
    }

    @Test
    void theVerdictsFollowTheSiteToAnotherMarket() {
        site("relocated", "100");
        registering(gec("relocated-gec", "10", "MWh", "")).statusCode(201);
        String id = allocated("relocated-gec", "relocated", "10");
        Api.as("steward")
                .body(
                        "{\"name\": \"A site\", \"kind\": \"OFFICE\", \"country\": \"HK\", \"timeZone\": \"Asia/Hong_Kong\"}")
                .put("/api/sites/relocated")
                .then()
                .statusCode(200);
        new Topic("energy.instrument")
                .await(
                        id,
                        told ->
                                told.contains("{\"ruleSet\":\"CN_GEC\",\"verdict\":\"NOT_MET\"")
                                        && told.contains("\"version\":2"));
        Api.balance("period=2023&siteId=relocated")
                .body("renewable.coveredByInstrumentsMwh", equalTo(null))
                .body("findings.code", hasItem("CLAIM_NOT_COUNTED"));
    }

    @Test
    void soldAttributesOfOwnGenerationNeverExceedWhatWasUsedOnSite() {
        site("sunny", "100");
        record("sunny", "ON_SITE_PV", "40");
        record("sunny", "EXPORTED", "10");
        registering(gec("sunny-gec", "50", "MWh", "")).statusCode(201);
        String sale = ", \"effect\": \"SELLS_OWN_GENERATION\"";
        allocating("sunny-gec", order("sunny", "31", sale))
                .statusCode(409)
                .body("code", equalTo("ABOVE_OWN_GENERATION"))
                .body("detail", containsString("30000 kWh are not claimed yet"));
        allocating("sunny-gec", order("sunny", "12", sale))
                .statusCode(201)
                .body("verdicts", hasSize(0));
        Api.balance("period=2023&siteId=sunny")
                .body("renewable.ownMwh", equalTo("30"))
                .body("renewable.attributesSoldMwh", equalTo("12"))
                .body("renewableShare.numeratorMwh", equalTo("18"))
                .body("renewableShare.denominatorMwh", equalTo("130"));
        registering(gec("sunny-nuclear", "50", "MWh", "").replace("\"WIND\"", "\"NUCLEAR\""))
                .statusCode(201);
        allocating("sunny-nuclear", order("sunny", "1", sale))
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_OWN_GENERATION"));
    }

    @Test
    void aStatedRenewablePurchaseAndItsInstrumentsAreOneClaim() {
        site("stating", "100");
        record("stating", "PURCHASED_RENEWABLE", "30");
        registering(gec("stating-gec", "60", "MWh", "")).statusCode(201);
        Api.balance("period=2023&siteId=stating")
                .body("findings.code", hasItem("NO_INSTRUMENT_ON_FILE"));
        String part = allocated("stating-gec", "stating", "20");
        Api.balance("period=2023&siteId=stating")
                .body("renewable.purchasedMwh", equalTo("30"))
                .body("renewableShare.numeratorMwh", equalTo("30"))
                .body("findings.code", hasItem("PROVISIONAL_CLAIM"))
                .body(
                        "findings.find { it.code == 'NO_INSTRUMENT_ON_FILE' }.message",
                        containsString("the other 10000 kWh"));
        posting("stating-gec", part, "retirement", "{\"on\": \"2024-05-01\"}").statusCode(200);
        allocated("stating-gec", "stating", "15");
        Api.balance("period=2023&siteId=stating")
                .body("renewable.purchasedMwh", equalTo("35"))
                .body("renewable.coveredByInstrumentsMwh", equalTo("35"))
                .body("renewableShare.numeratorMwh", equalTo("35"))
                .body("renewableShare.value", equalTo("0.35"))
                .body("findings.code", not(hasItem("NO_INSTRUMENT_ON_FILE")));
    }

    @Test
    void fiftyWhoWantTheSameCertificateAreAnsweredAndOneGetsIt() {
        site("raced", "100");
        registering(gec("raced-gec", "1", "certificates", "")).statusCode(201);
        List<Integer> answers =
                all(
                        50,
                        () ->
                                allocating("raced-gec", order("raced", "1", ""))
                                        .extract()
                                        .statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
        reading("raced-gec").body("allocatedKwh", equalTo("1000")).body("leftKwh", equalTo("0"));
    }

    @Test
    void fiftyCertificatesForTheSameConsumptionCoverItOnce() {
        site("crowded", "7");
        for (int i = 0; i < 50; i++) {
            registering(gec("crowded-" + i, "1", "MWh", "")).statusCode(201);
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> orders =
                    IntStream.range(0, 50)
                            .mapToObj(i ->
                                    (Callable<Integer>)
                                            () ->
                                                    allocating(
                                                                    "crowded-" + i,
                                                                    order("crowded", "1", ""))
                                                            .extract()
                                                            .statusCode())
                            .toList();
            for (Future<Integer> answer : threads.invokeAll(orders)) {
                answers.add(answer.get());
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(7);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(43);
    }

    private static List<Integer> all(int count, Callable<Integer> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Integer>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(count, request))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    /// Whatever is done to a trade and its certificate in whatever order, what is claimed of them
    /// is never more than there is; the seed names the order that fails.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noOrderOfStepsClaimsAKilowattHourTwice(long seed) throws SQLException {
        var random = new Random(seed);
        String site = "random-" + seed;
        String trade = "random-trade-" + seed;
        String certificate = "random-gec-" + seed;
        site(site, "1000");
        registering(trade(trade, "20", ", \"certificateId\": \"" + certificate + "\""))
                .statusCode(201);
        registering(gec(certificate, "18", "MWh", "")).statusCode(201);
        var allocations = new ArrayList<String>();
        int granted = 0;
        for (int i = 0; i < 40; i++) {
            String instrument = random.nextBoolean() ? trade : certificate;
            String known =
                    allocations.isEmpty()
                            ? UUID.randomUUID().toString()
                            : allocations.get(random.nextInt(allocations.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> {
                    String id = UUID.randomUUID().toString();
                    int status =
                            allocating(
                                            instrument,
                                            order(
                                                    site,
                                                    String.valueOf(1 + random.nextInt(6)),
                                                    ", \"allocationId\": \"" + id + "\""))
                                    .extract()
                                    .statusCode();
                    assertThat(status).isIn(201, 409);
                    granted += status == 201 ? 1 : 0;
                    allocations.add(id);
                }
                case 4 ->
                        assertThat(
                                        posting(
                                                        instrument,
                                                        known,
                                                        "retirement",
                                                        "{\"on\": \"2024-01-02\"}")
                                                .extract()
                                                .statusCode())
                                .isIn(200, 404, 409);
                case 5, 6 ->
                        assertThat(
                                        posting(instrument, known, "release", "{}")
                                                .extract()
                                                .statusCode())
                                .isIn(200, 404, 409);
                default -> {
                    String told =
                            i > 30
                                    ? "{\"step\": \"EXPIRED\"}"
                                    : "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 1, \"unit\": \"MWh\"}}";
                    assertThat(step(instrument, told).extract().statusCode()).isIn(200, 409);
                }
            }
            assertThat(claimedKwh(trade, certificate)).isLessThanOrEqualTo(new BigDecimal(18_000));
        }
        assertThat(granted).isPositive();
    }

    /// What the facts themselves add up to, not the sums kept of them.
    private BigDecimal claimedKwh(String trade, String certificate) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select coalesce((select sum(energy_kwh) from instrument_allocation
                                        where instrument_id in (?, ?) and status <> 'WITHDRAWN'), 0)
                                    + coalesce((select sum(energy_kwh) from instrument_step
                                        where instrument_id in (?, ?) and step in ('EXPIRED', 'TRANSFERRED')), 0)
                                """)) {
            select.setString(1, trade);
            select.setString(2, certificate);
            select.setString(3, trade);
            select.setString(4, certificate);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }
}

package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;

/// What is answered of a scenario beside its projection, from the published figures.
@QuarkusTest
class CheckedOverHttpTest {

    private static final String SCENARIOS = "/api/roadmap/scenarios/";
    private static final String COMMITTED = SCENARIOS + "committed";

    private static Told told;

    @BeforeAll
    static void tellPublished2021() {
        told = new Told();
        told.electricity("group", "PURCHASED", 2021, "4308960000");
        told.electricity("group", "ON_SITE_PV", 2021, "2334000");
        told.electricity("group", "PURCHASED_RENEWABLE", 2021, "63000000");
        told.statedPue(2021, "1.32");
        told.inventory(2021, "15282543.71648", "2399228928", "2522949432", "2743000000");
    }

    @AfterAll
    static void closeTopics() {
        told.close();
    }

    @Test
    void theChecksOfTheCommittedScenarioSpeakInPlainNumbers() {
        JsonPath checks = onceThere(COMMITTED + "/checks?submissionYear=2022").jsonPath();
        assertThat(checks.getList("statements.id", String.class))
                .containsExactly(
                        "credits-left", "renewable-pace", "distance-scope-1-2", "distance-scope-3");
        assertThat(checks.getString("statements.find { it.id == 'renewable-pace' }.text"))
                .contains("12.51 points a year");
        assertThat(checks.getString("statements.find { it.id == 'distance-scope-1-2' }.text"))
                .contains("746,952 t");
        assertThat(checks.getString("criteria.find { it.id == 'sbt-time-frame' }.verdict"))
                .isEqualTo("PASS");
        assertThat(checks.getList("criteria.verdict", String.class)).contains("FAIL", "UNKNOWN");
        assertThat(checks.getInt("count.pass") + checks.getInt("count.fail"))
                .isEqualTo(checks.getList("criteria").size() - checks.getInt("count.unknown"));
    }

    @Test
    void everyShippedScenarioSaysThePublishedNumbers() {
        for (String id : List.of("as-reported", "current-pace", "committed", "least-cost")) {
            JsonPath checks = onceThere(SCENARIOS + id + "/checks").jsonPath();
            assertThat(checks.getList("statements.id", String.class))
                    .as(id)
                    .containsExactly(
                            "credits-left",
                            "renewable-pace",
                            "distance-scope-1-2",
                            "distance-scope-3");
            assertThat(text(checks, "renewable-pace"))
                    .contains("5.45 points a year", "12.51 points a year");
            assertThat(text(checks, "distance-scope-1-2")).contains("746,952 t");
            assertThat(text(checks, "distance-scope-3")).contains("2,367,359 t");
            assertThat(text(checks, "credits-left"))
                    .contains("above the net target", "would cost", "CNY");
        }
    }

    @Test
    void whatIsReportedOnlyAndThePaceSoFarFallShortOfWhatIsCommitted() {
        JsonPath reported = onceThere(SCENARIOS + "as-reported/projection").jsonPath();
        JsonPath pace = onceThere(SCENARIOS + "current-pace/projection").jsonPath();
        JsonPath committed = onceThere(COMMITTED + "/projection").jsonPath();
        assertThat(reported.getDouble("years[9].renewableShare")).isEqualTo(0.124);
        assertThat(reported.getDouble("years[1].renewableShare")).isCloseTo(0.072, within(1e-4));
        assertThat(pace.getDouble("years[9].renewableShare")).isEqualTo(0.5055);
        assertThat(committed.getDouble("years[9].renewableShare")).isEqualTo(1);
        assertThat(reported.getDouble("years[9].pue")).isEqualTo(1.279);
        assertThat(pace.getDouble("years[9].pue")).isEqualTo(1.146);
        assertThat(reported.getDouble("years[9].grossTonnes"))
                .isGreaterThan(pace.getDouble("years[9].grossTonnes"));
        assertThat(pace.getDouble("years[9].grossTonnes"))
                .isGreaterThan(committed.getDouble("years[9].grossTonnes"));
    }

    @Test
    void aScenarioOfAUserIsNotThePublishedCompanys() {
        GatewayStack.asAdmin()
                .contentType("application/json")
                .body("{\"id\":\"of-a-user\"}")
                .post(COMMITTED + "/copies");
        assertThat(
                        onceThere(SCENARIOS + "of-a-user/checks")
                                .jsonPath()
                                .getList("statements.id", String.class))
                .containsExactly("credits-left");
    }

    private static String text(JsonPath checks, String statement) {
        return checks.getString("statements.find { it.id == '%s' }.text".formatted(statement));
    }

    @Test
    void theChecksAreAFileToThoseWhoAskForOne() {
        onceThere(COMMITTED + "/checks");
        String file =
                GatewayStack.asAdmin()
                        .accept("text/csv")
                        .get(COMMITTED + "/checks?creditPrice=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(file)
                .startsWith("id,rule,version,verdict,text,equation,numbers,source")
                .contains("pricePerTonne=200.0 CNY");
    }

    @Test
    void theUncertaintyOfTheCommittedScenarioIsTheSameForOneSeed() {
        JsonPath first = onceThere(COMMITTED + "/uncertainty?runs=500&seed=7").jsonPath();
        JsonPath second = onceThere(COMMITTED + "/uncertainty?runs=500&seed=7").jsonPath();
        assertThat(first.getList("years.year", Integer.class)).startsWith(2021).endsWith(2030);
        assertThat(second.getMap("years[9].grossTonnes"))
                .isEqualTo(first.getMap("years[9].grossTonnes"));
        assertThat(first.getList("targets.targetId", String.class))
                .containsExactlyInAnyOrder("net-zero", "green-electricity", "scope-1-2", "scope-3");
        assertThat(
                        first.getDouble(
                                "targets.find { it.targetId == 'green-electricity' }.probability"))
                .isBetween(0.2, 0.5);
        assertThat(first.getList("sensitivities.input", String.class))
                .contains(
                        "electricity growth",
                        "grid factor of the company",
                        "delivery of green-power");
        assertThat(first.getInt("calibration.unseen[0].n")).isEqualTo(80);
        assertThat(first.getList("sources")).isNotEmpty();
    }

    @Test
    void thePriceThatAScenarioStatesIsTheOneOfEveryAnswer() {
        onceThere(COMMITTED + "/projection");
        String document =
                GatewayStack.asAdmin()
                        .get(COMMITTED)
                        .asString()
                        .replaceFirst("\"id\":\"committed\"", "\"id\":\"priced-in-euro\"")
                        .replaceFirst(",\"version\":\\d+}$", "}")
                        .replace(
                                "\"permitted\":true",
                                "\"permitted\":true,\"register\":[],\"price\":{\"perTonne\":12,\"currency\":\"EUR\",\"provenance\":\"STATED\",\"source\":\"an"
                                        + " offer\"}");
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post("/api/roadmap/scenarios")
                .then()
                .statusCode(201);
        String priced = "/api/roadmap/scenarios/priced-in-euro";
        assertThat(onceThere(priced + "/projection").jsonPath().getList("remarks", String.class))
                .anyMatch(remark -> remark.contains(" EUR at 12 a tonne"));
        assertThat(onceThere(priced + "/checks?creditPrice=200").asString())
                .contains("an offer")
                .doesNotContain("CNY");
        JsonPath odds = onceThere(priced + "/uncertainty?runs=100&creditPrice=200").jsonPath();
        assertThat(odds.getString("creditPrice.currency")).isEqualTo("EUR");
        assertThat(odds.getDouble("creditPrice.expected")).isEqualTo(12);
        assertThat(odds.getDouble("creditsNeededTonnes.p50"))
                .isEqualTo(odds.getDouble("creditsTonnes.p50"));
        assertThat(odds.getDouble("targets.find { it.targetId == 'net-zero' }.probability"))
                .as("an empty register holds nothing")
                .isZero();
        assertThat(
                        onceThere(COMMITTED + "/uncertainty?runs=100&creditPrice=200")
                                .jsonPath()
                                .getDouble("creditPrice.expected"))
                .isEqualTo(200);
    }

    @Test
    void aScenarioIsComparedWithItselfOnTheSameDraws() {
        onceThere(COMMITTED + "/uncertainty?runs=100");
        assertThat(
                        onceThere(COMMITTED + "/uncertainty?runs=200&against=committed")
                                .jsonPath()
                                .getDouble("probabilityBelowOther"))
                .isZero();
        GatewayStack.asAdmin()
                .get(COMMITTED + "/uncertainty?runs=200&against=nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void whatWouldTakeTooLongIsRefusedWithWhatWouldNot() {
        StringBuilder regions = new StringBuilder();
        for (int r = 0; r < 50; r++) {
            regions.append(r == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"r%d\",\"marketZone\":\"z\",\"shareOfElectricity\":0.02,\"shareOfScope1\":0.02,\"shareOfScope3\":0.02,\"relativeGridFactor\":1,\"provenance\":\"ESTIMATED\",\"source\":\"made up\"}"
                                    .formatted(r));
        }
        StringBuilder levers = new StringBuilder();
        for (int l = 0; l < 60; l++) {
            levers.append(l == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"l%d\",\"name\":\"L\",\"node\":\"RESIDUAL\",\"effect\":{\"kind\":\"REDUCTION\",\"scope\":3,\"depth\":0.01},\"deployment\":{\"startYear\":2022,\"rampPerYear\":1},\"provenance\":\"ESTIMATED\",\"source\":\"made up\"}"
                                    .formatted(l));
        }
        JsonPath committed = GatewayStack.asAdmin().get(COMMITTED).jsonPath();
        assertThat(committed.getList("levers")).isNotEmpty();
        String document = GatewayStack.asAdmin().get(COMMITTED).asString();
        int from = document.indexOf("\"levers\":[");
        int to = document.indexOf("\"targets\":[");
        String large =
                (document.substring(0, from)
                                + "\"levers\":["
                                + levers
                                + "],\"regions\":["
                                + regions
                                + "],"
                                + document.substring(to))
                        .replaceFirst("\"id\":\"committed\"", "\"id\":\"very-large\"")
                        .replaceFirst(",\"version\":\\d+}$", "}");
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(large)
                .post("/api/roadmap/scenarios")
                .then()
                .statusCode(201);
        onceThere(COMMITTED + "/projection");
        GatewayStack.asAdmin()
                .get("/api/roadmap/scenarios/very-large/uncertainty?runs=20000")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("runs"))
                .body("violations[0].code", equalTo("TOO_MUCH_WORK"))
                .body("violations[0].message", containsString("ask for 7407 at most"));
    }

    @Test
    void aDrawBeyondAnyAmountIsRefusedAsTheBaseDataAre() {
        told.electricity("group", "PURCHASED", 2016, "1000");
        told.statedPue(2016, "1.32");
        told.inventory(2016, "1", "600", "600", "999000000000000");
        String document =
                GatewayStack.asAdmin()
                        .get(COMMITTED)
                        .asString()
                        .replaceFirst("\"id\":\"committed\"", "\"id\":\"of-2016\"")
                        .replaceFirst("\"baseYear\":2021", "\"baseYear\":2016")
                        .replaceFirst(",\"version\":\\d+}$", "}");
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post("/api/roadmap/scenarios")
                .then()
                .statusCode(201);
        onceThere("/api/roadmap/scenarios/of-2016/projection");
        GatewayStack.asAdmin()
                .get("/api/roadmap/scenarios/of-2016/uncertainty?runs=1000")
                .then()
                .statusCode(409)
                .body("code", equalTo("BASE_DATA_REFUSED"))
                .body("detail", containsString("scope3TonnesByCategory"));
    }

    @Test
    void aDerivedGrowthIsReadFromTheInventoriesOnFile() {
        for (int year = 2019; year <= 2020; year++) {
            told.electricity(
                    "group", "PURCHASED", year, year == 2019 ? "3500000000" : "3900000000");
            told.statedPue(year, "1.32");
            told.inventory(year, "15000000", "2000000000", "2100000000", "2700000000");
        }
        String document =
                GatewayStack.asAdmin()
                        .get(COMMITTED)
                        .asString()
                        .replaceFirst("\"id\":\"committed\"", "\"id\":\"derived\"")
                        .replaceFirst("\"baseYear\":2021", "\"baseYear\":2019")
                        .replaceFirst("\"provenance\":\"ESTIMATED\"", "\"provenance\":\"DERIVED\"")
                        .replaceFirst(",\"version\":\\d+}$", "}");
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post("/api/roadmap/scenarios")
                .then()
                .statusCode(201);
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        List<String> remarks = remarksOf("derived");
        while (remarks.stream().noneMatch(remark -> remark.contains("2019 to 2021: g0"))
                && Instant.now().isBefore(end)) {
            pause();
            remarks = remarksOf("derived");
        }
        assertThat(remarks)
                .anyMatch(remark ->
                        remark.startsWith(
                                        "Growth of electricity: Derived from the inventories of"
                                                + " 2019 to 2021: g0 = m·n·τ²/(n·τ² + v) = ")
                                && remark.contains("·2·0.0100/(2·0.0100 + "));
    }

    @Test
    void theAbatementCostsAreAFileToThoseWhoAskForOne() {
        onceThere(COMMITTED + "/abatement-costs");
        assertThat(
                        GatewayStack.asAdmin()
                                .accept("text/csv")
                                .get(COMMITTED + "/abatement-costs?discountRate=0.05")
                                .asString())
                .startsWith(
                        "leverId,place,currency,presentCost,tonnes,costPerTonne,note,presentCostEquation")
                .contains(",RANKED,");
    }

    @Test
    void aRateOrAYearThatIsNoNumberIsRefusedByName() {
        onceThere(COMMITTED + "/projection");
        for (String query :
                List.of(
                        "/abatement-costs?discountRate=abc",
                        "/abatement-costs?discountRate=2",
                        "/projection/explanation?year=abc",
                        "/projection/explanation?year=2099")) {
            GatewayStack.asAdmin()
                    .get(COMMITTED + query)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(query.replaceAll(".*\\?(.*)=.*", "$1")))
                    .body("violations[0].message", containsString(query.replaceAll(".*=", "")));
        }
    }

    @Test
    void theBandsAreAFileToThoseWhoAskForOne() {
        onceThere(COMMITTED + "/uncertainty?runs=100");
        assertThat(
                        GatewayStack.asAdmin()
                                .accept("text/csv")
                                .get(COMMITTED + "/uncertainty?runs=100")
                                .asString())
                .startsWith("year,actual,grossP10Tonnes,grossP50Tonnes,grossP90Tonnes")
                .contains("2030,false,");
    }

    @Test
    void runsAndSeedsThatAreNoNumbersInRangeAreRefused() {
        for (String query :
                List.of(
                        "runs=99",
                        "runs=20001",
                        "runs=many",
                        "seed=1.5",
                        "seed=x",
                        "creditPrice=free")) {
            assertThat(
                            GatewayStack.asAdmin()
                                    .get(COMMITTED + "/uncertainty?" + query)
                                    .then()
                                    .statusCode(400)
                                    .extract()
                                    .jsonPath()
                                    .getString("violations[0].field"))
                    .isEqualTo(query.substring(0, query.indexOf("=")));
        }
    }

    private static List<String> remarksOf(String scenario) {
        return onceThere("/api/roadmap/scenarios/" + scenario + "/projection")
                .jsonPath()
                .getList("remarks", String.class);
    }

    /// The answer once the gateway has heard what it stands on.
    private static Response onceThere(String path) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Response last = GatewayStack.asAdmin().get(path);
        while (last.statusCode() == 409 && Instant.now().isBefore(end)) {
            pause();
            last = GatewayStack.asAdmin().get(path);
        }
        assertThat(last.statusCode()).as(last.asString()).isEqualTo(200);
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}

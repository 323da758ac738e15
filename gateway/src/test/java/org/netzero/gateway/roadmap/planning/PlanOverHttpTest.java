package org.netzero.gateway.roadmap.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.projection.PlannedDeployment;
import org.netzero.gateway.roadmap.projection.Told;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.platform.listing.Table;

@QuarkusTest
class PlanOverHttpTest {

    private static final String SCENARIOS = "/api/roadmap/scenarios";
    private static final String TWO = SCENARIOS + "/two-levers/plan";
    private static final int BASE = 2040;

    @Inject PlannedDeployment planned;
    @Inject Scenarios scenarios;
    @Inject Bases bases;
    @Inject EntityManager database;

    private static String analyst = "";
    private static String viewer = "";

    /// Once: addresses are known only when the first test begins.
    @BeforeEach
    void tellFigures() {
        if (!analyst.isEmpty()) {
            return;
        }
        try (Told told = new Told()) {
            tellFigures(told);
        }
        analyst = GatewayStack.key("analyst");
        viewer = GatewayStack.key("viewer");
        GatewayStack.as(analyst)
                .contentType(ContentType.JSON)
                .body(twoLevers())
                .post(SCENARIOS)
                .then()
                .statusCode(201);
        once(TWO);
        once(SCENARIOS + "/committed/projection");
    }

    private static void tellFigures(Told told) {
        told.electricity("group", "PURCHASED", BASE, "1000");
        told.statedPue(BASE, "1");
        told.inventory(BASE, "60000", "0", "0", "140000");
        told.electricity("group", "PURCHASED", 2021, "4308960000");
        told.electricity("group", "ON_SITE_PV", 2021, "2334000");
        told.electricity("group", "PURCHASED_RENEWABLE", 2021, "63000000");
        told.statedPue(2021, "1.32");
        told.inventory(2021, "15282543.71648", "2399228928", "2522949432", "2743000000");
    }

    /// 200 t a year, 60 t of which A cuts at 20 a tonne and 100 t of which B cuts at 60.
    private static String twoLevers() {
        return """
        {"id":"two-levers","name":"Two levers","baseYear":%1$d,"targetYear":%2$d,
         "electricity":{"growth":%3$s,"dataCenterShare":%4$s,"itLoad":%4$s,
           "gridFactors":{"locationChangePerYear":%5$s,"residualChangePerYear":%5$s,"contractTonnesPerMwh":%5$s}},
         "otherActivity":%3$s,
         "levers":[%6$s,%7$s],
         "targets":[
           {"id":"y5","metric":"GROSS_EMISSIONS","tonnes":150,"year":%8$d,"provenance":"ESTIMATED","source":"known"},
           {"id":"y10","metric":"GROSS_EMISSIONS","tonnes":60,"year":%2$d,"provenance":"ESTIMATED","source":"known"}],
         "offsets":{"permitted":true,"provenance":"ESTIMATED","source":"known"}}
        """
                .formatted(
                        BASE,
                        BASE + 10,
                        "{\"initialGrowthPerYear\":0,\"longTermGrowthPerYear\":0,\"damping\":0.5,\"provenance\":\"ESTIMATED\",\"source\":\"known\"}",
                        "{\"value\":0.5,\"provenance\":\"ESTIMATED\",\"source\":\"known\"}",
                        "{\"value\":0,\"provenance\":\"ESTIMATED\",\"source\":\"known\"}",
                        lever("A", "{\"kind\":\"REDUCTION\",\"scope\":1,\"depth\":1}", 0.5, 1_200),
                        lever(
                                "B",
                                "{\"kind\":\"REDUCTION\",\"scope\":3,\"depth\":0.7142857142857143}",
                                0.1,
                                6_000),
                        BASE + 5);
    }

    private static String lever(String id, String effect, double ramp, int operating) {
        return String.format(
                Locale.ROOT,
                """
                {"id":"%1$s","name":"Lever %1$s","node":"RESIDUAL","effect":%2$s,
                 "deployment":{"startYear":%3$d,"rampPerYear":%4$s,"leadTimeYears":0},
                 "cost":{"capital":0,"operatingPerYear":%5$d,"currency":"CNY"},"provenance":"ESTIMATED","source":"known"}
                """,
                id,
                effect,
                BASE + 1,
                ramp,
                operating);
    }

    private static Response once(String address) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Response last = GatewayStack.as(viewer).get(address);
        while (last.statusCode() != 200) {
            assertThat(Instant.now()).withFailMessage(last.asString()).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
            last = GatewayStack.as(viewer).get(address);
        }
        return last;
    }

    private static JsonPath numbers(Response response) {
        assertThat(response.statusCode()).withFailMessage(response.asString()).isEqualTo(200);
        return response.jsonPath(
                JsonPathConfig.jsonPathConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static Response post(String address, String body) {
        return GatewayStack.as(analyst).contentType(ContentType.JSON).body(body).post(address);
    }

    @Test
    void aScenarioIsPlannedOnItsOwnTargets() {
        JsonPath plan = numbers(post(TWO, "{\"discountRate\":0}"));
        assertThat(plan.getString("status")).isEqualTo("EVERY_TARGET_KEPT");
        assertThat(plan.getBoolean("proven")).isTrue();
        assertThat(plan.getBoolean("simulation.agreed")).isTrue();
        assertThat(plan.getDouble("costs.real")).isCloseTo(25_000, within(0.01));
        assertThat(plan.getList("levers[1].years.inUse", Double.class))
                .containsExactly(0.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8);
        assertThat(plan.getDouble("years[9].grossTonnes")).isCloseTo(60, within(0.001));
        assertThat(plan.getDouble("years[9].differenceTonnes")).isCloseTo(0, within(0.001));
        assertThat(plan.getList("targets.id")).containsExactly("y10", "y5");
        assertThat(plan.getDouble("targets[0].shadowPricePerTonne")).isGreaterThan(0);
        assertThat(plan.getList("assumed.field"))
                .contains("internalCarbonPrice", "targets", "capitalCaps")
                .doesNotContain("discountRate");
        assertThat(plan.getList("equations.text", String.class))
                .anyMatch(text ->
                        text.startsWith("realCost = capital + operating + credits; capital = 0"));
    }

    @Test
    void whatTheCallerDoesNotStateIsAssumedAndSaid() {
        JsonPath plan = numbers(GatewayStack.as(viewer).get(TWO));
        assertThat(plan.getString("assumed.find { it.field == 'discountRate' }.value"))
                .isEqualTo("0.08");
        assertThat(plan.getString("assumed.find { it.field == 'deductUnusedLife' }.value"))
                .isEqualTo("true");
        assertThat(numbers(post(TWO, "{}")).getMap("costs")).isEqualTo(plan.getMap("costs"));
        assertThat(
                        numbers(post(TWO, "{\"deductUnusedLife\":false}"))
                                .getList("assumed.field", String.class))
                .doesNotContain("deductUnusedLife");
    }

    @Test
    void theKnownOptimaOfCreditsAndBudgetsComeOut() {
        String net =
                """
                {"discountRate":0,"renewablePath":[{"year":%2$d,"share":0}],
                 "targets":[{"id":"net","metric":"NET_EMISSIONS","year":%2$d,"tonnes":0},
                            {"id":"loose","metric":"GROSS_EMISSIONS","year":%2$d,"tonnes":200},
                            {"id":"y5","metric":"GROSS_EMISSIONS","year":%1$d,"tonnes":150}],
                 "credits":{"pricePerTonne":10,"offsets":"LAST"}}
                """
                        .formatted(BASE + 5, BASE + 10);
        JsonPath last = numbers(post(TWO, net));
        assertThat(last.getDouble("years[9].creditsTonnes")).isCloseTo(40, within(0.01));
        assertThat(last.getDouble("costs.real")).isCloseTo(35_200, within(0.1));
        assertThat(last.getString("years[9].claim.status")).isEqualTo("ALLOWED");

        JsonPath budget = numbers(post(TWO, budget(1_500)));
        assertThat(budget.getDouble("costs.real")).isCloseTo(10_000, within(0.01));
        assertThat(budget.getDouble("targets[0].shadowPricePerTonne")).isCloseTo(20, within(0.01));
    }

    /// Its price of the last year is not that of the year before, when none could be had.
    @Test
    void creditsMayBeStatedByYear() {
        String steps =
                """
                {"discountRate":0,"renewablePath":[{"year":%2$d,"share":0}],
                 "targets":[{"id":"net","metric":"NET_EMISSIONS","year":%2$d,"tonnes":0},
                            {"id":"loose","metric":"GROSS_EMISSIONS","year":%2$d,"tonnes":200}],
                 "credits":{"pricePerTonneByYear":[{"year":%2$d,"perTonne":70},{"year":%1$d,"perTonne":10}],
                            "availableTonnesByYear":[{"year":%3$d,"tonnes":45}]}}
                """;
        JsonPath had = numbers(post(TWO, steps.formatted(BASE + 5, BASE + 10, BASE + 10)));
        assertThat(had.getDouble("years[9].creditsTonnes")).isCloseTo(40, within(0.01));
        assertThat(had.getDouble("years[9].creditsCost")).isCloseTo(40 * 70, within(1.0));
        assertThat(had.getList("assumed.field"))
                .doesNotContain("credits.pricePerTonne", "credits.availableTonnesPerYear");
        JsonPath late = numbers(post(TWO, steps.formatted(BASE + 5, BASE + 10, BASE + 11)));
        assertThat(late.getDouble("years[9].creditsTonnes")).isZero();
        assertThat(late.getString("status")).isEqualTo("SMALLEST_GAP");
    }

    private static String budget(int tonnes) {
        return """
        {"discountRate":0,"targets":[{"id":"budget","metric":"GROSS_EMISSIONS","fromYear":%d,"year":%d,"tonnes":%d}]}
        """
                .formatted(BASE + 1, BASE + 10, tonnes);
    }

    @Test
    void whereTargetsCannotBeKeptTheSmallestGapAndItsLimitsAreTold() {
        JsonPath missed = numbers(post(TWO, budget(800)));
        assertThat(missed.getString("status")).isEqualTo("SMALLEST_GAP");
        assertThat(missed.getDouble("targets[0].gapTonnes")).isCloseTo(80, within(0.01));
        assertThat(missed.getDouble("years[9].gapTonnes")).isCloseTo(80, within(0.01));
        assertThat(missed.<Object>get("targets[0].shadowPricePerTonne")).isNull();
        assertThat(missed.getList("bindingLimits.kind")).contains("BUILD_LIMIT");
        assertThat(missed.getList("bindingLimits.subject")).contains("B");
        JsonPath late =
                numbers(
                        post(
                                TWO,
                                "{\"levers\":[{\"id\":\"B\",\"leadTimeYears\":12}],\"decideFrom\":2042}"));
        assertThat(late.getString("status")).isEqualTo("SMALLEST_GAP");
        assertThat(late.getDouble("targets[0].gapTonnes")).isCloseTo(80, within(0.01));
    }

    @Test
    void aNetTargetWithoutPathsIsNotClosedByCredits() {
        JsonPath plan =
                numbers(
                        post(
                                TWO,
                                """
                                {"targets":[{"id":"net","metric":"NET_EMISSIONS","year":2050,"tonnes":0}]}
                                """));
        assertThat(plan.getDouble("years[9].creditsTonnes")).isZero();
        assertThat(plan.getList("years[9].creditsBlockedBy")).isNotEmpty();
        assertThat(plan.getList("remarks", String.class))
                .anyMatch(remark -> remark.startsWith("No credits in 2050"));
    }

    @Test
    void theYearsAndLeversAreATableToo() {
        List<String> lines =
                GatewayStack.as(viewer)
                        .accept(Table.CSV)
                        .get(TWO)
                        .then()
                        .statusCode(200)
                        .contentType(Table.CSV)
                        .extract()
                        .asString()
                        .lines()
                        .toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst())
                .startsWith("year,baselineTonnes,grossTonnes,linearGrossTonnes")
                .endsWith("decided.A,inUse.A,decided.B,inUse.B");
        GatewayStack.as(analyst)
                .contentType(ContentType.JSON)
                .body("{}")
                .accept(Table.XLSX)
                .post(TWO)
                .then()
                .statusCode(200)
                .contentType(Table.XLSX);
    }

    @Test
    void badInputIsRefusedByThePathOfItsField() {
        Map.ofEntries(
                        Map.entry("{\"discountRate\":2}", "discountRate"),
                        Map.entry("{\"internalCarbonPrice\":-1}", "internalCarbonPrice"),
                        Map.entry("{\"currency\":\"yuan\"}", "currency"),
                        Map.entry("{\"currency\":\"EUR\"}", "levers[0].cost.currency"),
                        Map.entry("{\"decideFrom\":12}", "decideFrom"),
                        Map.entry("{\"capitalCaps\":[{\"year\":2041}]}", "capitalCaps[0].amount"),
                        Map.entry(
                                "{\"capitalCaps\":[{\"year\":2060,\"amount\":1}]}",
                                "capitalCaps[0].year"),
                        Map.entry("{\"targets\":[null]}", "targets[0]"),
                        Map.entry(
                                "{\"targets\":[{\"id\":\"t\",\"metric\":\"RENEWABLE_SHARE\",\"year\":2045,\"tonnes\":1}]}",
                                "targets[0].metric"),
                        Map.entry(
                                "{\"targets\":[{\"id\":\"t\",\"metric\":\"SCOPE_3\",\"year\":2039,\"tonnes\":1}]}",
                                "targets[0].year"),
                        Map.entry(
                                "{\"targets\":[{\"id\":\"t\",\"metric\":\"SCOPE_3\",\"fromYear\":2038,\"year\":2045,\"tonnes\":1}]}",
                                "targets[0].fromYear"),
                        Map.entry(
                                "{\"renewablePath\":[{\"year\":2045,\"share\":1.1}]}",
                                "renewablePath[0].share"),
                        Map.entry(
                                "{\"renewablePath\":[{\"year\":2045,\"share\":1},{\"year\":2045,\"share\":1}]}",
                                "renewablePath[1].year"),
                        Map.entry("{\"credits\":{\"pricePerTonne\":-5}}", "credits.pricePerTonne"),
                        Map.entry(
                                "{\"credits\":{\"pricePerTonneByYear\":[{\"year\":2045}]}}",
                                "credits.pricePerTonneByYear[0].perTonne"),
                        Map.entry(
                                "{\"credits\":{\"availableTonnesByYear\":[{\"year\":2045,\"tonnes\":1},{\"year\":2045,\"tonnes\":2}]}}",
                                "credits.availableTonnesByYear[1].year"),
                        Map.entry(
                                "{\"credits\":{\"availableTonnesByYear\":[{\"year\":45,\"tonnes\":1}]}}",
                                "credits.availableTonnesByYear[0].year"),
                        Map.entry(
                                "{\"exclusiveGroups\":[{\"id\":\"g\",\"members\":[\"A\",\"C\"]}]}",
                                "exclusiveGroups[0].members[1]"),
                        Map.entry(
                                "{\"exclusiveGroups\":[{\"id\":\"g\",\"members\":[\"h\"]},{\"id\":\"h\",\"members\":[\"g\"]}]}",
                                "exclusiveGroups[0].members"),
                        Map.entry("{\"levers\":[{\"id\":\"C\"}]}", "levers[0].id"),
                        Map.entry("{\"levers\":[{\"id\":\"A\"},{\"id\":\"A\"}]}", "levers[1].id"),
                        Map.entry(
                                "{\"levers\":[{\"id\":\"A\",\"blockSize\":0}]}",
                                "levers[0].blockSize"),
                        Map.entry(
                                "{\"levers\":[{\"id\":\"A\",\"lifeYears\":0}]}",
                                "levers[0].lifeYears"),
                        Map.entry(
                                "{\"levers\":[{\"id\":\"A\",\"buildLimitPerYear\":1.5}]}",
                                "levers[0].buildLimitPerYear"))
                .forEach((body, field) ->
                        post(TWO, body)
                                .then()
                                .statusCode(400)
                                .contentType("application/problem+json")
                                .body("violations[0].field", equalTo(field)));
        post(TWO, "{\"colour\":1}").then().statusCode(400).body("code", equalTo("UNKNOWN_FIELD"));
    }

    @Test
    void viewersReadAndDoNotAskOnTermsOfTheirOwn() {
        GatewayStack.as(viewer)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(TWO)
                .then()
                .statusCode(403);
        GatewayStack.as(viewer)
                .get(SCENARIOS + "/nowhere/plan")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_SCENARIO"));
        GatewayStack.as(viewer)
                .get(TWO + "?asOf=2001-01-01")
                .then()
                .statusCode(409)
                .body("code", equalTo("MISSING_BASE_DATA"));
    }

    @Test
    void theLeastCostScenarioIsThereAndProjectedAsItsPlanSays() {
        GatewayStack.as(viewer)
                .get(SCENARIOS)
                .then()
                .body("id", hasItems("committed", "least-cost"));
        JsonPath plan = numbers(once(SCENARIOS + "/least-cost/plan"));
        assertThat(plan.getBoolean("simulation.agreed")).isTrue();
        JsonPath projection = numbers(once(SCENARIOS + "/least-cost/projection"));
        assertThat(projection.getList("years.year")).hasSize(10);
        for (int t = 0; t < 9; t++) {
            assertThat(projection.getDouble("years[%d].grossTonnes".formatted(t + 1)))
                    .isCloseTo(plan.getDouble("years[%d].grossTonnes".formatted(t)), within(1.0));
        }
        GatewayStack.as(viewer).get(SCENARIOS + "/least-cost/checks").then().statusCode(200);
        GatewayStack.as(viewer)
                .get(SCENARIOS + "/least-cost")
                .then()
                .body("levers.id", hasItem("green-power"))
                .body("name", containsString("planned from the figures of the day"));
    }

    @Test
    void theLeastCostScenarioFollowsTheCommittedOneUntilSomebodyChangesIt() {
        once(SCENARIOS + "/least-cost/projection");
        String before = Instant.now().toString();
        GatewayStack.as(GatewayStack.key("steward"))
                .contentType(Table.CSV)
                .body(
                        """
                        leverId,name,node,scope,category,depth,start,rampPerYear,capex,opex,currency,evidence
                        fewer-leaks,Fewer leaks,RESIDUAL,1,,0.05,2023,0.5,,,,
                        """)
                .post("/api/imports/levers")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        GatewayStack.as(viewer)
                .get(SCENARIOS + "/least-cost")
                .then()
                .body("levers.id", hasItem("fewer-leaks"));
        assertThat(numbers(once(SCENARIOS + "/least-cost/projection")).getDouble("scenarioVersion"))
                .isEqualTo(numbers(once(SCENARIOS + "/least-cost")).getDouble("version"));
        JsonPath moved = numbers(once(SCENARIOS + "/least-cost/moved?from=" + before));
        assertThat(moved.getList("parts.part")).containsExactly("levers[fewer-leaks]");
        assertThat(
                        moved.getDouble(
                                "years[9].figures.find { it.figure == 'scope1Tonnes' }.assumption"))
                .isNegative();
        once("/api/roadmap/comparison?scenarios=committed,least-cost");
        String document =
                GatewayStack.as(viewer)
                        .get(SCENARIOS + "/least-cost")
                        .asString()
                        .replace("Least cost: the", "Ours: the");
        GatewayStack.as(analyst)
                .contentType(ContentType.JSON)
                .body(document)
                .put(SCENARIOS + "/least-cost")
                .then()
                .statusCode(200);
        GatewayStack.as(GatewayStack.key("steward"))
                .contentType(Table.CSV)
                .body(
                        """
                        leverId,name,node,scope,category,depth,start,rampPerYear,capex,opex,currency,evidence
                        fewer-leaks,Fewer leaks,RESIDUAL,1,,0.06,2023,0.5,,,,
                        """)
                .post("/api/imports/levers")
                .then()
                .statusCode(200);
        GatewayStack.as(viewer)
                .get(SCENARIOS + "/least-cost")
                .then()
                .body("name", containsString("Ours"))
                .body("levers.find { it.id == 'fewer-leaks' }.effect.depth", equalTo(0.05f));
    }

    @Test
    void aUsersOwnScenarioCalledLeastCostIsNotPlanned() {
        Scenario stored = scenarios.get("least-cost").scenario();
        Basis basis = bases.from(stored.baseYear(), Instant.now());
        assertThat(planned.isOf("least-cost")).isTrue();
        assertThat(planned.deployed(stored, basis)).isNotEqualTo(stored);
        set("shipped", false);
        try {
            assertThat(planned.isOf("least-cost")).isFalse();
            assertThat(planned.deployed(stored, basis)).isEqualTo(stored);
        } finally {
            set("shipped", true);
        }
    }

    @Test
    void whatIsOnFileAndCannotBePlannedIsNoFaultOfWhoReadsTheProjection() {
        String before = GatewayStack.as(viewer).get(SCENARIOS + "/least-cost").asString();
        String changedBy = scenarios.get("least-cost").changedBy();
        change("least-cost", inTwoCurrencies(before));
        try {
            for (String address :
                    List.of(
                            SCENARIOS + "/least-cost/projection",
                            SCENARIOS + "/least-cost/checks",
                            "/api/roadmap/comparison?scenarios=committed,least-cost")) {
                GatewayStack.as(viewer)
                        .get(address)
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("code", equalTo("SCENARIO_NOT_PLANNED"))
                        .body("detail", containsString("'least-cost'"))
                        .body("detail", containsString("EUR"))
                        .body(
                                "detail",
                                containsString("POST /api/roadmap/scenarios/least-cost/plan"))
                        .body("violations[0].field", containsString(".cost.currency"));
            }
            GatewayStack.as(viewer)
                    .get(SCENARIOS + "/least-cost/plan")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", containsString(".cost.currency"));
        } finally {
            change("least-cost", before);
            set("changed_by", changedBy);
        }
        once(SCENARIOS + "/least-cost/projection");
    }

    /// The first cost is in another currency than those after it.
    private static String inTwoCurrencies(String document) {
        return document.replaceFirst("\"currency\":\"CNY\"", "\"currency\":\"EUR\"");
    }

    private static void change(String id, String document) {
        GatewayStack.as(analyst)
                .contentType(ContentType.JSON)
                .body(document.replaceFirst(",\"version\":\\d+", ""))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void aCopyOfTheLeastCostScenarioHoldsItsPlan() {
        JsonPath original = numbers(once(SCENARIOS + "/least-cost/projection"));
        post(SCENARIOS + "/least-cost/copies", "{\"id\":\"held-plan\"}").then().statusCode(201);
        assertThat(planned.isOf("held-plan")).isFalse();
        assertThat(scenarios.get("held-plan").scenario().levers())
                .isNotEqualTo(scenarios.get("least-cost").scenario().levers());
        JsonPath copy = numbers(once(SCENARIOS + "/held-plan/projection"));
        assertThat(copy.getList("years.grossTonnes"))
                .isEqualTo(original.getList("years.grossTonnes"));
    }

    private void set(String column, Object value) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update scenario set %s = :value where id = 'least-cost'"
                                                .formatted(column))
                                .setParameter("value", value)
                                .executeUpdate());
    }
}

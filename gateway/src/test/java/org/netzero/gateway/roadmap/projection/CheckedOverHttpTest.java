package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
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
        for (String id : List.of("as-reported", "current-pace", "committed")) {
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
        for (String query : List.of("runs=99", "runs=20001", "runs=many", "seed=1.5", "seed=x")) {
            assertThat(
                            GatewayStack.asAdmin()
                                    .get(COMMITTED + "/uncertainty?" + query)
                                    .then()
                                    .statusCode(400)
                                    .extract()
                                    .jsonPath()
                                    .getString("violations[0].field"))
                    .isEqualTo(query.substring(0, 4));
        }
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

package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;

/// What is answered of a scenario beside its projection, from the published figures.
@QuarkusTest
class CheckedOverHttpTest {

    private static final String COMMITTED = "/api/roadmap/scenarios/committed";

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

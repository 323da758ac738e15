package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page of data centres, at first without any readings: what is stated is shown, and of what is
/// not measured the reason. Then with what meters tell and what is wrong with it.
class DataCentersPageIT {

    private static final int HOURS = 30;
    private static final int FALLEN = 20;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.of(DataCentersPageIT::start);

    @TempDir Path folder;

    private static Suite start() {
        PublishedSuite.end();
        return Suite.start("data-centres");
    }

    @AfterAll
    static void stop() {
        DASHBOARD.suite().close();
    }

    @Test
    void dataCentresAreShownOfThisYearUntilAnotherIsChosen() {
        Browser browser = DASHBOARD.browser();
        String thisYear = Year.now(ZoneOffset.UTC).toString();
        DASHBOARD.signIn();

        DASHBOARD.go("datacenters");

        assertThat(browser.run("return document.querySelector('#period').value"))
                .isEqualTo(thisYear);
        browser.textOnce("#tile-pue-mean", said -> said.contains(thisYear));
        DASHBOARD.go("inventory");
        assertThat(browser.run("return document.querySelector('#period').value")).isEqualTo("2021");
    }

    @Test
    void thePueIsShownAsStatedAndNeverAsMeasured() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("datacenters?period=2021");

        browser.textOnce("#tile-pue-stated", said -> said.contains("1.32"));
        assertThat(browser.text("#tile-pue-mean")).contains("–").doesNotContain("0.00");
    }

    @Test
    void findingsAreCountedWithoutNotesAndLeadToTheirList() {
        // Given
        Browser browser = DASHBOARD.browser();
        put("found", Telemetry.facility("tianjin-binhai"));
        put("found/points", Telemetry.points("found"));
        push(withAGlitch());
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("datacenters?filter=found");

        // Then
        browser.rowsOnce(
                "#fleet",
                row -> row.startsWith("found |") && row.contains("| 1 Glitch, Gap + 1 note |"));
        assertThat(browser.text("#fleet-count")).contains("findings 1, notes 1");

        browser.click("#fleet a[href*='id=found'][href*='kind=pressing']");
        browser.textOnce("#findings .findings", said -> said.contains("Gap"));
        assertThat(browser.count("#findings li[data-finding]")).isEqualTo(1);
        browser.textOnce("#tile-open-findings .value", "1"::equals);
        assertThat(browser.text("#findings-summary"))
                .contains("findings 1, notes 1. Acknowledged: 0");

        browser.choose("#choose-kind", "notes");
        browser.textOnce("#findings .findings", said -> said.contains("Glitch"));
        assertThat(browser.count("#findings li[data-finding]")).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
    }

    /// Once the counter of the IT equipment shows half of what it should: a note that it did, and a
    /// gap, over which its energy is spread.
    private static Telemetry withAGlitch() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var readings = new Telemetry();
        for (int hour = 0; hour <= HOURS; hour++) {
            Instant time = end.minus(HOURS - hour, ChronoUnit.HOURS);
            readings.add("found-facility", time, Telemetry.facilityCounterKwh(hour));
            double shown = Telemetry.itCounterKwh(hour);
            readings.add("found-it", time, hour == FALLEN ? shown / 2 : shown);
        }
        return readings;
    }

    @Test
    void triGenerationIsHeldAgainstSeparateProduction() {
        // Given
        Browser browser = DASHBOARD.browser();
        put("plant", Telemetry.facility("tianjin-binhai"));
        put(
                "plant/points",
                """
                [{"pointId": "plant-gas", "role": "FUEL", "quantity": "ENERGY_COUNTER", "unit": "kWh"},
                 {"pointId": "plant-power", "role": "ON_SITE_GENERATION", "quantity": "ENERGY_COUNTER", "unit": "kWh"},
                 {"pointId": "plant-heat", "role": "FACILITY_INPUT", "quantity": "ENERGY_COUNTER", "unit": "kWh"},
                 {"pointId": "plant-cooling", "role": "FACILITY_INPUT", "quantity": "ENERGY_COUNTER", "unit": "kWh"}]
                """);
        put(
                "plant/tri-generation",
                """
                {"fuel": "NATURAL_GAS", "fuelPoints": ["plant-gas"], "powerPoints": ["plant-power"],
                 "heatPoints": ["plant-heat"], "coolingPoints": ["plant-cooling"],
                 "references": {"electricalEfficiency": "0.5", "thermalEfficiency": "0.9", "coolingPerformance": "5", "source": "a test"},
                 "fuelFactor": {"kgCo2ePerKwh": "0.2", "source": "a test"}, "gridFactor": {"kgCo2ePerKwh": "0.5", "source": "a test"}}
                """);
        ZonedDateTime end = endOfHoursOfOneYear();
        var readings = new Telemetry();
        for (int hour = 0; hour <= HOURS; hour++) {
            Instant time = end.minusHours(HOURS - hour).toInstant();
            readings.add("plant-gas", time, 100_000.0 * hour)
                    .add("plant-power", time, 40_000.0 * hour)
                    .add("plant-heat", time, 25_000.0 * hour)
                    .add("plant-cooling", time, 20_000.0 * hour);
        }
        push(readings);
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("datacenters?id=plant&view=heat&period=" + end.minusHours(HOURS).getYear());

        // Then: 1 − 100 / (40 / 0.5 + 25 / 0.9 + 20 / (5 · 0.5))
        browser.textOnce("#tri-generation .facts", said -> said.contains("13.6%"));
        List<String> rows = browser.rows("#tri-generation");
        assertThat(rows)
                .anyMatch(row -> row.startsWith("Outside holds here | 2,550 MWh | its outputs"))
                .anyMatch(row -> row.startsWith("Inside if the profile said so | 3,000 MWh"))
                .anyMatch(row -> row.startsWith("Power | 1,200 MWh | 0 MWh | 1,200 MWh"))
                .anyMatch(row -> row.startsWith("Used by the site: in the inventory already |"));
        browser.areaOnce("#tri-generation", "carrier-2");
        assertThat(browser.barriers()).isEmpty();

        // When
        DASHBOARD.go("datacenters?id=plant&view=heat&period=2021");

        // Then
        browser.textOnce("#tri-generation", said -> said.contains("so there is no figure"));
        // free cooling is not registered
        browser.onlyRefused(404);
    }

    @Test
    void theEuropeanReportIsShownByYearWithWhatIsMissingAndSaved() throws IOException {
        // Given
        Browser browser = DASHBOARD.browser();
        put("reported", Telemetry.facility("tianjin-binhai"));
        put(
                "reported/reporting-profile",
                "{\"installedItPowerKw\": 1500, \"operator\": \"An operator\"}");
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("datacenters?view=eu&period=2021");

        // Then
        browser.rowsOnce(
                "#eu-pack",
                row ->
                        row.startsWith(
                                "reported | no CN is not a member state | 1 to 2 MW | – not"
                                        + " measured |"));
        assertThat(browser.text("#eu-pack"))
                .contains("nothing reported before 2023", "check them before filing");
        assertThat(browser.text("#eu-groups")).contains("fewer than 3 data centres");
        browser.saveInto(folder);
        browser.clickOn("#eu-pack button", "CSV");
        int year = thisYear() - 1;
        assertThat(saved("eu-2024-1364-%d.csv".formatted(year)))
                .startsWith("datacenterId,group,annex,symbol")
                .contains("reported,,Annex I,OPERATOR,operator,An operator");
        assertThat(browser.barriers()).isEmpty();

        // When
        browser.clickOn("#eu-pack a", "reported");

        // Then
        browser.rowsOnce("#eu-report", row -> row.startsWith("OPERATOR | operator | An operator"));
        browser.choose("#choose-items", "missing");
        browser.rowsOnce("#eu-report", row -> row.startsWith("OWNER | owner | – not stated; PUT"));
        assertThat(browser.rows("#eu-report")).allMatch(row -> row.contains("| missing |"));
        browser.choose("#choose-reporting", "2023");
        browser.textOnce("#eu-report h2", said -> said.contains("2023"));
        assertThat(browser.barriers()).isEmpty();
    }

    private String saved(String name) throws IOException {
        Path file = folder.resolve(name);
        Api.eventually("the file " + name, () -> Files.exists(file), there -> there);
        return Files.readString(file);
    }

    private static int thisYear() {
        return Instant.now().atZone(ZONE).getYear();
    }

    /// Of the last hours that are over, or the last ones of last year where this one has too few.
    private static ZonedDateTime endOfHoursOfOneYear() {
        ZonedDateTime now = Instant.now().atZone(ZONE).truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime year = now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        return now.minusHours(HOURS).isBefore(year) ? year : now;
    }

    private static void put(String path, String body) {
        Api.Answer answer = DASHBOARD.api().put("/api/datacenters/" + path, body);
        assertThat(answer.isGood()).as(answer.toString()).isTrue();
    }

    private static void push(Telemetry readings) {
        Api.Answer pushed = DASHBOARD.api().post("/api/telemetry/readings", readings.json());
        assertThat(pushed.body().at("/accepted").asInt()).isEqualTo(readings.count());
    }
}

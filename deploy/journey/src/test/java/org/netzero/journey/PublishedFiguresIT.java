package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `./netzero up` on an empty folder: the published 2021 data goes in, the inventory and the
/// roadmap come out. Expected values are those of the data set's own README: arithmetic on the
/// printed inputs with published factors.
class PublishedFiguresIT {

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void start() {
        suite = PublishedSuite.running();
        api = new Api(suite.address(), suite.adminKey());
    }

    @Test
    void theBalanceOf2021IsComputedFromTheFuels() {
        JsonNode balance = api.get("/api/energy/balance?period=2021").body();
        assertThat(decimal(balance, "/directMwh")).isEqualByComparingTo("66406.65");
        assertThat(decimal(balance, "/indirectMwh")).isEqualByComparingTo("4308960");
        assertThat(decimal(balance, "/totalMwh/asPublished")).isEqualByComparingTo("4375366.65");
        assertThat(decimal(balance, "/totalMwh/gri302")).isEqualByComparingTo("4377700.65");
        assertThat(decimal(balance, "/renewableShare/value")).isEqualByComparingTo("0.015154");
        assertThat(balance.at("/findings").findValuesAsText("code"))
                .contains("NO_INSTRUMENT_ON_FILE");
    }

    /// A consumption voucher is evidence and no certificate: the trade is on file and covers
    /// nothing.
    @Test
    void theGreenPowerTradeIsOnFileAndClaimsNothing() {
        JsonNode trade = api.get("/api/energy/instruments/2021-chongqing-green-power").body();
        assertThat(trade.at("/status").asText()).isEqualTo("BOUGHT");
        assertThat(decimal(trade, "/leftKwh")).isEqualByComparingTo("63000000");
    }

    /// What a plant of the report generated at least is a part of the company's own generation.
    @Test
    void thePlantsOfTheReportAnswer() {
        JsonNode qingyuan =
                api.get("/api/energy/plants/qingyuan-qingxin-pv/performance?period=2021").body();
        assertThat(decimal(qingyuan, "/capacity/value")).isEqualByComparingTo("6.6");
        assertThat(decimal(qingyuan, "/total/generatedKwh")).isEqualByComparingTo("2000000");
        assertThat(decimal(qingyuan, "/total/capacityFactor")).isEqualByComparingTo("0.103494");
        JsonNode yizheng = api.get("/api/energy/plants/yangzhou-yizheng-pv").body();
        assertThat(yizheng.at("/commissioned").asText()).isEqualTo("2022-02-01");
        assertThat(decimal(yizheng, "/capacity/value")).isEqualByComparingTo("13");
    }

    @Test
    void theInventoryOf2021IsComputedWithPublishedFactors() {
        JsonNode inventory = api.get("/api/emissions/inventory?period=2021").body();
        assertThat(decimal(inventory, "/scope1/kgCo2e").doubleValue())
                .isCloseTo(15_282_540, within(5.0));
        assertThat(decimal(inventory, "/scope2/locationBased/kgCo2e"))
                .isEqualByComparingTo("2399228928");
        assertThat(decimal(inventory, "/scope2/marketBased/kgCo2e"))
                .isEqualByComparingTo("2522949432");
        assertThat(decimal(inventory, "/scope3/kgCo2e")).isEqualByComparingTo("2743000000");
    }

    @Test
    void computedStandsBesidePublished() {
        JsonNode figures =
                api.get("/api/emissions/reconciliation?period=2021").body().at("/figures");
        JsonNode direct =
                StreamSupport.stream(figures.spliterator(), false)
                        .filter(figure -> figure.at("/figure").asText().equals("direct-energy"))
                        .findFirst()
                        .orElseThrow();
        assertThat(decimal(direct, "/published")).isEqualByComparingTo("66293");
        assertThat(decimal(direct, "/differencePercent").doubleValue())
                .isCloseTo(0.17, within(0.005));
    }

    @Test
    void theRoadmapRunsFrom2021To2030() {
        JsonNode years = api.get("/api/roadmap/scenarios/committed/projection").body().at("/years");
        assertThat(years).hasSize(10);
        assertThat(years.get(0).at("/year").asInt()).isEqualTo(2021);
        assertThat(years.get(9).at("/year").asInt()).isEqualTo(2030);
        assertThat(years.get(9).at("/renewableShare").asDouble()).isEqualTo(1.0);
    }

    @Test
    void theTableAndTheAddressWerePrinted() {
        assertThat(suite.printed()).contains("66,293.00", "2030", suite.address().toString());
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        Path file =
                Path.of(System.getProperty("netzero.root"), "deploy/data/report-2021/energy.csv");
        JsonNode outcome = api.importing("energy", Files.readString(file)).body();
        assertThat(outcome.at("/accepted").asInt()).isZero();
        assertThat(outcome.at("/duplicates").asInt()).isEqualTo(8);
        assertThat(outcome.at("/rejected")).isEmpty();
    }

    private static BigDecimal decimal(JsonNode node, String path) {
        assertThat(node.at(path).isMissingNode()).as("%s in %s", path, node).isFalse();
        return new BigDecimal(node.at(path).asText());
    }
}

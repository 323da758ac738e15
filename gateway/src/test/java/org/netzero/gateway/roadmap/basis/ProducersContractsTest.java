package org.netzero.gateway.roadmap.basis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netzero.platform.json.JsonConfiguration;

/// This consumer reads every golden example of the producers.
class ProducersContractsTest {

    private static final ObjectMapper JSON = JsonConfiguration.mapper();

    @Test
    void readsEveryEnergyConsumption() throws Exception {
        List<EnergyTotalled> totals = read("energy/energy-consumption", EnergyTotalled.class);
        assertThat(totals)
                .isNotEmpty()
                .allSatisfy(total -> {
                    assertThat(total.siteKind()).isNotBlank();
                    assertThat(total.start()).isBefore(total.end());
                    assertThat(total.version()).isPositive();
                });
    }

    @Test
    void readsEveryInventory() throws Exception {
        List<InventoryCalculated> inventories =
                read("emissions/emissions-inventory", InventoryCalculated.class);
        assertThat(inventories)
                .isNotEmpty()
                .allSatisfy(inventory -> {
                    assertThat(inventory.year()).isBetween(2000, 2100);
                    assertThat(inventory.entity("[]").scope2MarketKgCo2e).isNotNull();
                    assertThat(inventory.version()).isPositive();
                });
    }

    @Test
    void readsEveryIndicator() throws Exception {
        List<IndicatorCalculated> indicators =
                read("datacenter/datacenter-indicator", IndicatorCalculated.class);
        assertThat(indicators)
                .isNotEmpty()
                .allSatisfy(indicator -> {
                    assertThat(indicator.entity().year).isBetween(2000, 2100);
                    assertThat(indicator.version()).isPositive();
                });
        assertThat(indicators).anySatisfy(held -> assertThat(held.entity().held).isTrue());
    }

    @Test
    void readsEveryDriver() throws Exception {
        assertThat(read("emissions/emissions-driver", DriverStated.class))
                .isNotEmpty()
                .allSatisfy(driver -> {
                    assertThat(driver.unit()).isNotBlank();
                    assertThat(driver.version()).isPositive();
                });
    }

    private static <T> List<T> read(String contract, Class<T> type)
            throws IOException, URISyntaxException {
        String folder = "/contracts/" + contract + "/v1";
        URL url =
                Objects.requireNonNull(
                        ProducersContractsTest.class.getResource(folder),
                        () -> "The producer has no contract in " + folder);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<T> examples =
                    files.filter(file -> file.getFileName().toString().startsWith("example-"))
                            .map(file -> data(file, type))
                            .toList();
            return examples;
        }
    }

    private static <T> T data(Path file, Class<T> type) {
        try {
            JsonNode event = JSON.readTree(Files.readString(file));
            return JSON.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.required("data"));
        } catch (IOException unreadable) {
            throw new IllegalStateException("Unreadable: " + file, unreadable);
        }
    }
}

package org.netzero.energy.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

class EnergyIntervalContractTest {

    private static final ObjectMapper JSON =
            JsonConfiguration.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static List<Path> examples() throws IOException, URISyntaxException {
        URL folder =
                EnergyIntervalContractTest.class.getResource(
                        "/contracts/datacenter/datacenter-energy-interval/v1");
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.filter(file -> file.getFileName().toString().startsWith("example-"))
                    .sorted()
                    .toList();
        }
    }

    private static EnergyIntervalMeasured read(String json) throws JsonProcessingException {
        Event<EnergyIntervalMeasured> event =
                JSON.readValue(
                        json,
                        JSON.getTypeFactory()
                                .constructParametricType(
                                        Event.class, EnergyIntervalMeasured.class));
        return event.data();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyGoldenExampleOfTheDataCentresIsUnderstood(Path example) throws IOException {
        EnergyIntervalMeasured hour = read(Files.readString(example));
        assertThat(hour.datacenterId()).isEqualTo("tj-01");
        assertThat(hour.siteId()).isEqualTo("tianjin");
        assertThat(hour.energyKwh()).isPositive();
        assertThat(hour.completeness()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(hour.version()).isPositive();
    }

    @Test
    void anIntervalThatIsNoHourIsRefusedWithItsInstants() {
        Instant start = Instant.parse("2026-11-23T08:00:00Z");
        assertThatThrownBy(() ->
                        new EnergyIntervalMeasured(
                                "tj-01",
                                "tianjin",
                                "IT",
                                start,
                                start.plusSeconds(60),
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                1))
                .hasMessageContaining("2026-11-23T08:01:00Z");
    }
}

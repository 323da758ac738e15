package org.netzero.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.platform.json.JsonConfiguration;

class IntensityContractTest {

    private static final ObjectMapper JSON =
            JsonConfiguration.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static List<Path> examples() throws IOException, URISyntaxException {
        URL folder =
                IntensityContractTest.class.getResource(
                        "/contracts/emissions/emissions-intensity/v1");
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.filter(file -> file.getFileName().toString().startsWith("example-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyGoldenExampleOfTheEmissionsServiceIsUnderstood(Path example) throws IOException {
        IntensityAdopted told =
                JSON.treeToValue(
                        JSON.readTree(Files.readString(example)).path("data"),
                        IntensityAdopted.class);

        assertThat(told.country()).hasSize(2);
        assertThat(told.version()).isPositive();
        assertThat(told.factors())
                .isNotEmpty()
                .allSatisfy(factor -> {
                    assertThat(factor.kgCo2ePerKwh()).isPositive();
                    assertThat(factor.name()).contains(factor.factorId());
                });
    }

    @Test
    void aFactorIsInUseByTheClockOfItsPlaceAndNotBeyondItsLastDay() {
        var factor =
                new AnnualFactor(
                        GridPurpose.MARKET_RESIDUAL,
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2024, 1, 1),
                        new BigDecimal("0.6"),
                        true,
                        "f",
                        "1");
        var factors = new AnnualFactors(List.of(factor), ZoneId.of("Asia/Shanghai"));

        assertThat(factors.at(GridPurpose.MARKET_RESIDUAL, Instant.parse("2022-12-31T16:00:00Z")))
                .contains(factor);
        assertThat(factors.at(GridPurpose.MARKET_RESIDUAL, Instant.parse("2023-12-31T16:00:00Z")))
                .isEmpty();
        assertThat(factors.at(GridPurpose.LOCATION_BASED, Instant.parse("2023-06-01T00:00:00Z")))
                .isEmpty();
        assertThat(factor.intensity().gramsPerKwh()).isEqualByComparingTo("600");
    }

    @Test
    void aNegativeFactorIsRefused() {
        assertThatThrownBy(() ->
                        new AnnualFactor(
                                GridPurpose.LOCATION_BASED,
                                LocalDate.of(2023, 1, 1),
                                LocalDate.of(2024, 1, 1),
                                new BigDecimal("-0.1"),
                                true,
                                "f",
                                "1"))
                .hasMessageContaining("-0.1");
    }
}

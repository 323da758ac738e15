package org.netzero.emissions.gridfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Contracts;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.gridfactor.IntensityAdopted.Factor;
import org.netzero.emissions.gridfactor.IntensityAdopted.Method;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.quantities.GwpSet;

class IntensityContractTest {

    private static final String CONTRACT = "emissions/emissions-intensity";

    private final ObjectMapper json = JsonConfiguration.mapper();

    private static Factor factor(Method method, String id, String value, String region) {
        return new Factor(
                method,
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2024, 1, 1),
                new BigDecimal(value),
                GwpSet.AR5_100,
                true,
                id,
                "core-2026.1",
                region,
                false,
                "MEE & NBS (China)",
                "Notice 47 of 2025, table 4");
    }

    @Test
    void theEventIsTheGoldenExample() throws IOException {
        var adopted =
                IntensityAdopted.of(
                                new Place("CN", Optional.of("CN-TJ"), Optional.empty()),
                                2023,
                                List.of(
                                        factor(
                                                Method.LOCATION_BASED,
                                                "cn.grid.2023.tianjin",
                                                "0.70410",
                                                "CN-TJ"),
                                        factor(
                                                Method.MARKET_RESIDUAL,
                                                "cn.grid.2023.national.excl-market-nonfossil",
                                                "0.6096",
                                                "CN")))
                        .withVersion(1);
        JsonNode example = json.readTree(Contracts.example(CONTRACT, "grid-and-residual"));

        assertThat(json.readTree(json.writeValueAsString(adopted))).isEqualTo(example.at("/data"));
        assertThat(example.at("/subject").asText()).isEqualTo(adopted.key());
        assertThat(example.at("/type").asText()).isEqualTo(IntensityAdopted.TYPE);
    }

    @Test
    void everyExampleKeepsTheSchema() throws IOException {
        var schema = Contracts.schema(CONTRACT);

        assertThat(Contracts.examples(CONTRACT))
                .hasSize(2)
                .allSatisfy(example ->
                        assertThat(schema.validate(example, InputFormat.JSON)).isEmpty());
    }

    @Test
    void aMethodNobodyKnowsAndAnExponentBreakTheSchema() throws IOException {
        var schema = Contracts.schema(CONTRACT);
        String example = Contracts.example(CONTRACT, "without-residual");

        assertThat(
                        schema.validate(
                                example.replace("\"LOCATION_BASED\"", "\"GUESSED\""),
                                InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(example.replace("\"0.3496\"", "\"3E-1\""), InputFormat.JSON))
                .isNotEmpty();
    }
}

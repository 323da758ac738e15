package org.netzero.datacenter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class SupplyContractTest {

    private static final ObjectMapper JSON =
            JsonConfiguration.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyExampleOfAnAllocationIsUnderstood() throws IOException, URISyntaxException {
        List<JsonNode> examples = examples("/contracts/energy/energy-instrument/v1");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            InstrumentAllocated told = JSON.treeToValue(example, InstrumentAllocated.class);
            assertThat(told.siteId()).as("%s", example).isNotBlank();
            assertThat(told.version()).as("%s", example).isPositive();
            assertThat(told.meetsScope2())
                    .as("%s", example)
                    .isEqualTo(
                            example.toString()
                                    .contains("{\"ruleSet\":\"GHGP_SCOPE2\",\"verdict\":\"MET\""));
        }
        assertThat(examples.stream().filter(one -> one.toString().contains("\"RETIRED\"")))
                .isNotEmpty();
    }

    @Test
    void everyExampleOfAnIntensityIsUnderstood() throws IOException, URISyntaxException {
        List<JsonNode> examples = examples("/contracts/emissions/emissions-intensity/v1");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            IntensityAdopted told = JSON.treeToValue(example, IntensityAdopted.class);
            assertThat(told.factors()).as("%s", example).isNotEmpty();
            assertThat(told.factors().getFirst().toFactor().kgCo2ePerKwh())
                    .as("%s", example)
                    .isPositive();
        }
    }

    @Test
    void anAllocationThatEndsBeforeItBeginsIsRefused() throws IOException, URISyntaxException {
        String example = examples("/contracts/energy/energy-instrument/v1").getFirst().toString();
        String end = JSON.readTree(example).path("end").asText();

        assertThatThrownBy(() ->
                        JSON.readValue(
                                example.replace(
                                        "\"end\":\"" + end + "\"", "\"end\":\"1999-01-01\""),
                                InstrumentAllocated.class))
                .hasMessageContaining("1999-01-01");
    }

    private static List<JsonNode> examples(String folder) throws IOException, URISyntaxException {
        URL contracts =
                Objects.requireNonNull(SupplyContractTest.class.getResource(folder), folder);
        try (Stream<Path> files = Files.list(Path.of(contracts.toURI()))) {
            var examples = new java.util.ArrayList<JsonNode>();
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("example-")) {
                    examples.add(JSON.readTree(Files.readString(file)).path("data"));
                }
            }
            return examples;
        }
    }
}

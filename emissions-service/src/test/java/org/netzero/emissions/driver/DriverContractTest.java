package org.netzero.emissions.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Contracts;
import org.netzero.platform.json.JsonConfiguration;

class DriverContractTest {

    private static final String CONTRACT = "emissions/emissions-driver";

    private final ObjectMapper json = JsonConfiguration.mapper();

    @Test
    void theEventIsTheGoldenExample() throws IOException {
        var stated =
                new DriverStated(
                        Driver.REVENUE, "2021", new BigDecimal("560118"), "million CNY", 1);
        String example = Contracts.example(CONTRACT, "revenue");

        assertThat(json.readTree(json.writeValueAsString(stated)))
                .isEqualTo(json.readTree(example).at("/data"));
        assertThat(json.readTree(example).at("/subject").asText()).isEqualTo(stated.key());
        assertThat(json.readTree(example).at("/type").asText()).isEqualTo(DriverStated.TYPE);
    }

    @Test
    void theExampleKeepsTheSchemaAndADriverNobodyKnowsBreaksIt() throws IOException {
        String example = Contracts.example(CONTRACT, "revenue");
        var schema = Contracts.schema(CONTRACT);

        assertThat(schema.validate(example, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(example.replace("\"REVENUE\"", "\"MOOD\""), InputFormat.JSON))
                .isNotEmpty();
    }
}

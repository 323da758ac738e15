package org.netzero.emissions.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Contracts;
import org.netzero.platform.json.JsonConfiguration;

class IndicatorContractTest {

    private final ObjectReader reader =
            JsonConfiguration.mapper()
                    .readerFor(IndicatorCalculated.class)
                    .at("/data")
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyExampleOfTheDataCentreServiceIsUnderstood() throws IOException {
        assumeThat(Contracts.exists("datacenter/datacenter-indicator")).isTrue();
        assertThat(Contracts.examples("datacenter/datacenter-indicator"))
                .isNotEmpty()
                .allSatisfy(example -> {
                    IndicatorCalculated read = reader.readValue(example);
                    assertThat(read.subject()).isNotBlank();
                    assertThat(read.version()).isPositive();
                });
    }
}

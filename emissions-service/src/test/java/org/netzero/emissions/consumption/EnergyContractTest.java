package org.netzero.emissions.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.emissions.Contracts;
import org.netzero.platform.json.JsonConfiguration;

class EnergyContractTest {

    static Stream<Arguments> contracts() {
        return Stream.of(
                Arguments.of("energy/energy-site", SiteRegistered.class),
                Arguments.of("energy/energy-consumption", ConsumptionTotalled.class),
                Arguments.of("energy/energy-resource", ResourceTotalled.class),
                Arguments.of("energy/energy-instrument", InstrumentAllocated.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void everyExampleOfTheEnergyServiceIsUnderstoodAndStored(String contract, Class<?> data)
            throws IOException {
        assumeThat(Contracts.exists(contract)).isTrue();
        assertThat(Contracts.examples(contract))
                .isNotEmpty()
                .allSatisfy(example -> {
                    Object fact =
                            JsonConfiguration.mapper()
                                    .readerFor(data)
                                    .at("/data")
                                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                    .readValue(example);
                    assertThat(fact)
                            .hasNoNullFieldsOrPropertiesExcept(
                                    "province", "gridZone", "entity", "energyKwh", "evidence");
                    if (fact instanceof ConsumptionTotalled totalled) {
                        var entity = new EnergyTotalEntity();
                        entity.become(totalled);
                        assertThat(entity.total().ref()).isEqualTo(totalled.key());
                    }
                    if (fact instanceof InstrumentAllocated allocated) {
                        var entity = new InstrumentEntity();
                        entity.become(allocated);
                        assertThat(entity.instrument().energyKwh())
                                .isEqualTo(allocated.energyKwh());
                    }
                });
    }
}

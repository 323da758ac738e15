package org.netzero.energy.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.energy.Contract;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

class InstrumentAllocatedContractTest {

    private static final Contract CONTRACT = new Contract("/contracts/energy/energy-instrument/v1");
    private static final ObjectMapper JSON = JsonConfiguration.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retired-certificate",
                "provisional-contract",
                "sold-own-generation",
                "withdrawn"
            })
    void theEventIsWrittenAsTheGoldenExampleAndFollowsTheSchema(String name)
            throws JsonProcessingException {
        String example = CONTRACT.example(name);
        Event<InstrumentAllocated> event =
                JSON.readValue(
                        example,
                        JSON.getTypeFactory()
                                .constructParametricType(Event.class, InstrumentAllocated.class));
        assertThat(JSON.readTree(Contract.json(event))).isEqualTo(JSON.readTree(example));
        assertThat(CONTRACT.violations(event)).isEmpty();
        assertThat(event.type()).isEqualTo(InstrumentAllocated.TYPE);
        assertThat(event.subject()).isEqualTo(event.data().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retired-certificate",
                "provisional-contract",
                "sold-own-generation",
                "withdrawn"
            })
    void anEventWithAFieldThatIsNotDescribedBreaksTheContract(String name) {
        String more = CONTRACT.example(name).replace("\"data\": {", "\"data\": {\"colour\": 1,");
        assertThat(CONTRACT.violations(more)).isNotEmpty();
    }
}

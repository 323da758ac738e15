package org.netzero.energy.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.energy.Contract;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

class SiteRegisteredContractTest {

    private static final Contract CONTRACT = new Contract("/contracts/energy/energy-site/v1");
    private static final ObjectMapper JSON = JsonConfiguration.mapper();

    @ParameterizedTest
    @ValueSource(strings = {"data-center", "group"})
    void theEventIsWrittenAsTheGoldenExampleAndFollowsTheSchema(String name)
            throws JsonProcessingException {
        String example = CONTRACT.example(name);
        Event<SiteRegistered> event =
                JSON.readValue(
                        example,
                        JSON.getTypeFactory()
                                .constructParametricType(Event.class, SiteRegistered.class));
        assertThat(JSON.readTree(Contract.json(event))).isEqualTo(JSON.readTree(example));
        assertThat(CONTRACT.violations(event)).isEmpty();
        assertThat(event.type()).isEqualTo(SiteRegistered.TYPE);
        assertThat(event.subject()).isEqualTo(event.data().siteId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-center", "group"})
    void anEventWithAFieldThatIsNotDescribedBreaksTheContract(String name) {
        String more = CONTRACT.example(name).replace("\"data\": {", "\"data\": {\"colour\": 1,");
        assertThat(CONTRACT.violations(more)).isNotEmpty();
    }
}

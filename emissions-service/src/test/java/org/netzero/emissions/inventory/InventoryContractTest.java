package org.netzero.emissions.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Contracts;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.inventory.InventoryCalculated.CategoryAmount;
import org.netzero.emissions.inventory.InventoryCalculated.FindingAmong;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;
import org.netzero.quantities.GwpSet;

class InventoryContractTest {

    private static final String CONTRACT = "emissions/emissions-inventory";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:05:12.345Z"), ZoneOffset.UTC);

    private final ObjectMapper json = JsonConfiguration.mapper();

    @Test
    void theEventIsTheGoldenExample() throws IOException {
        var data =
                new InventoryCalculated(
                        "2021",
                        GwpSet.AR5_100,
                        InventoryStatus.DRAFT,
                        false,
                        new BigDecimal("15282539.077568"),
                        new BigDecimal("2399228928"),
                        new BigDecimal("2522949432"),
                        new BigDecimal("2743000000.000"),
                        List.of(
                                new CategoryAmount(
                                        Scope3Category.UNSPECIFIED, new BigDecimal("2743000000"))),
                        List.of(
                                new FindingAmong(
                                        "NO_INSTRUMENT_ON_FILE",
                                        "group",
                                        "63000 MWh of purchased renewable electricity are accepted at 0 as stated")),
                        false,
                        3);
        Event<InventoryCalculated> event =
                Event.of("emissions-service", InventoryCalculated.TYPE, "2021", data, CLOCK);
        var golden =
                new Event<>(
                        event.specversion(),
                        UUID.fromString("019ab0f2-7a10-7000-8000-000000000001"),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.datacontenttype(),
                        event.data());

        assertThat(json.readTree(json.writeValueAsString(golden)))
                .isEqualTo(json.readTree(Contracts.example(CONTRACT, "2021")));
    }

    @Test
    void everyExampleKeepsTheSchema() throws IOException {
        var schema = Contracts.schema(CONTRACT);

        assertThat(Contracts.examples(CONTRACT))
                .hasSize(3)
                .allSatisfy(example ->
                        assertThat(schema.validate(example, InputFormat.JSON)).isEmpty());
    }

    @Test
    void anAmountThatIsANumberBreaksTheSchema() throws IOException {
        String broken = Contracts.example(CONTRACT, "2021").replace("\"2399228928\"", "2399228928");

        assertThat(Contracts.schema(CONTRACT).validate(broken, InputFormat.JSON)).isNotEmpty();
    }
}

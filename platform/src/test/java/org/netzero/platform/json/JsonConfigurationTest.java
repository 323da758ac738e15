package org.netzero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class JsonConfigurationTest {

    private final ObjectMapper json = JsonConfiguration.mapper();

    @Test
    void aQuantityIsAnObjectOfTwoStrings() throws Exception {
        assertThat(json.writeValueAsString(Quantity.of("1234.5670", Unit.KWH)))
                .isEqualTo("{\"value\":\"1234.567\",\"unit\":\"kWh\"}");
        assertThat(json.readValue("{\"value\":1.50,\"unit\":\"kWh\"}", Quantity.class))
                .isEqualTo(Quantity.of("1.5", Unit.KWH));
    }

    @Test
    void decimalsAreWrittenWithoutExponentOrTrailingZeros() throws Exception {
        assertThat(json.writeValueAsString(new BigDecimal("4.3E+6"))).isEqualTo("\"4300000\"");
        assertThat(json.writeValueAsString(new BigDecimal("0.000"))).isEqualTo("\"0\"");
    }

    @Test
    void anUnknownUnitAnUnknownFieldAndAHugeNumberAreRefused() {
        assertThatThrownBy(() -> json.readValue("{\"value\":1,\"unit\":\"kWp\"}", Quantity.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("kWp");
        assertThatThrownBy(() ->
                        json.readValue("{\"value\":1,\"unit\":\"kWh\",\"x\":1}", Quantity.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
        assertThatThrownBy(() -> json.readValue("1e999999", BigDecimal.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("digits");
    }

    @Test
    void whatAServiceCalculatedMayBeFinerAndLargerThanWhatIsStated() throws Exception {
        String kilograms = "1234567890123456789012345678.123456789012345678901234567";
        assertThat(json.readValue("\"" + kilograms + "\"", BigDecimal.class))
                .isEqualTo(new BigDecimal(kilograms));
    }

    @Test
    void aFractionIsNotCutOffToAWholeNumber() {
        assertThatThrownBy(() -> json.readValue("2021.5", Integer.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("2021.5");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertThatThrownBy(() ->
                        json.readValue(
                                "{\"value\":1,\"value\":2,\"unit\":\"kWh\"}", Quantity.class))
                .hasMessageContaining("Duplicate field 'value'");
    }
}

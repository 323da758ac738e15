package org.netzero.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class FieldsTest {

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void aQuantityIsReadFromItsValueAndItsUnit() {
        var fields = new Fields(Map.of("quantity", " 12.50 ", "unit", "MWh"));
        assertThat(fields.quantity("quantity", "unit")).contains(Quantity.of("12.5", Unit.MWH));
        fields.refuseIfInvalid();
    }

    private record Mass(@Nullable String value, @Nullable String unit) {}

    private record Parcel(
            @Nullable String name,
            @Nullable Boolean insured,
            @Nullable Mass quantity,
            @Nullable List<String> stamps) {}

    @Test
    void aBodyIsReadByTheNamesOfItsComponents() {
        var fields =
                Fields.of(
                        new Parcel("tea", true, new Mass("2", "kg"), List.of("red")),
                        Map.of("parcelId", "p-1"));

        assertThat(fields.text("name")).contains("tea");
        assertThat(fields.text("insured")).contains("true");
        assertThat(fields.quantity("quantity.value", "quantity.unit"))
                .contains(Quantity.of("2", Unit.KG));
        assertThat(fields.id("parcelId")).contains("p-1");
        assertThat(fields.optionalText("stamps")).isEmpty();
        fields.refuseIfInvalid();
    }

    @Test
    void whatABodyLeavesOutIsMissing() {
        var fields = Fields.of(new Parcel(null, null, null, null));
        fields.text("name");
        fields.text("insured");
        fields.quantity("quantity.value", "quantity.unit");

        assertThatThrownBy(fields::refuseIfInvalid)
                .asInstanceOf(type(InvalidInput.class))
                .extracting(InvalidInput::violations)
                .satisfies(violations ->
                        assertThat(violations)
                                .extracting(Violation::field)
                                .containsExactly(
                                        "name", "insured", "quantity.value", "quantity.unit"));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var fields =
                new Fields(Map.of("colour", "BLUE", "quantity", "1,5", "unit", "kwh", "id", "a b"));
        fields.oneOf("colour", Colour.class);
        fields.quantity("quantity", "unit");
        fields.id("id");
        fields.text("name");
        assertThatThrownBy(fields::refuseIfInvalid)
                .asInstanceOf(type(InvalidInput.class))
                .extracting(InvalidInput::violations)
                .satisfies(violations ->
                        assertThat(violations)
                                .extracting(Violation::field, Violation::code)
                                .containsExactly(
                                        tuple("colour", "UNKNOWN_VALUE"),
                                        tuple("quantity", "NOT_A_DECIMAL"),
                                        tuple("unit", "UNKNOWN_UNIT"),
                                        tuple("id", "NOT_AN_ID"),
                                        tuple("name", "REQUIRED")));
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "NaN", "１２", "1_000", "0x10", "--1", "''", "1.2.3"})
    void whatIsNoPlainDecimalIsRefused(String text) {
        var fields = new Fields(Map.of("quantity", text));
        assertThat(fields.decimal("quantity")).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1E+30",
                "-1E+15",
                "1000000000000000",
                "0.0000000000001",
                "1e-999999999",
                "0.1234567890123456789012345678901234567890"
            })
    void moreDigitsThanAnyAccountNeedsAreRefusedWithTheNumberAndTheLimit(String text) {
        var fields = new Fields(Map.of("quantity", text));
        assertThat(fields.decimal("quantity")).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .asInstanceOf(type(InvalidInput.class))
                .extracting(refused -> refused.violations().getFirst())
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("quantity");
                    assertThat(violation.code()).isEqualTo("TOO_MANY_DIGITS");
                    assertThat(violation.message())
                            .contains("'" + text + "'")
                            .contains("15 digits before or 12 after the point");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999.999999999999",
                "-0.000000000001",
                "1E14",
                "000000000000000000001",
                "0.50000000000000000000"
            })
    void theLongestDecimalsAndZerosAtTheirEndsAreTaken(String text) {
        var fields = new Fields(Map.of("quantity", text));
        assertThat(fields.decimal("quantity")).contains(new BigDecimal(text));
        fields.refuseIfInvalid();
    }

    @Test
    void anEndBeforeItsStartNamesTheEnd() {
        var fields = new Fields(Map.of("start", "2021-03-01", "end", "2021-02-01"));
        fields.interval("start", "end");
        assertThatThrownBy(fields::refuseIfInvalid)
                .hasMessageContaining("end: '2021-02-01' is not after the start '2021-03-01'");
    }

    @Test
    void aDateAndAnInstantDoNotMix() {
        var fields = new Fields(Map.of("start", "2021-03-01", "end", "2021-03-02T00:00:00Z"));
        fields.interval("start", "end");
        assertThatThrownBy(fields::refuseIfInvalid).hasMessageContaining("mix");
    }

    @Test
    void anInstantWithoutOffsetIsRefused() {
        var fields =
                new Fields(Map.of("start", "2021-03-01T00:00:00", "end", "2021-03-02T00:00:00Z"));
        fields.interval("start", "end");
        assertThatThrownBy(fields::refuseIfInvalid).hasMessageContaining("offset");
    }

    @ParameterizedTest
    @CsvSource({
        "1821, ''",
        "2021-01-01, 3021-01-01",
        "2021-01-01T00:00:00Z, +999999999-12-31T23:59:59Z"
    })
    void anIntervalOutsideTheYearsOfAccountsIsRefused(String start, String end) {
        var fields = new Fields(Map.of("start", start, "end", end));
        assertThat(fields.interval("start", "end")).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .hasMessageContaining("outside the years 1900 to 2200");
    }

    @Test
    void aPeriodMayStandInTheStartAlone() {
        var fields = new Fields(Map.of("start", "2021"));
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(fields.interval("start", "end").orElseThrow().in(shanghai).start())
                .hasToString("2020-12-31T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x1B, 0x7F, 0x85})
    void aControlCharacterIsRefusedByItsPlaceWhateverTheTextIsReadAs(int control) {
        String text = "ab" + (char) control + "c";
        var fields = new Fields(Map.of("note", text, "name", text, "id", text, "value", text));
        assertThat(fields.optionalText("note")).isEmpty();
        assertThat(fields.text("name")).isEmpty();
        assertThat(fields.optionalId("id")).isEmpty();
        assertThat(fields.decimal("value")).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .asInstanceOf(type(InvalidInput.class))
                .extracting(InvalidInput::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("note", "CONTROL_CHARACTER"),
                        tuple("name", "CONTROL_CHARACTER"),
                        tuple("id", "CONTROL_CHARACTER"),
                        tuple("value", "CONTROL_CHARACTER"));
        assertThatThrownBy(fields::refuseIfInvalid)
                .hasMessageContaining("U+%04X as its character 3".formatted(control));
    }

    @Test
    void tabsAndEndsOfLinesAreText() {
        var fields = new Fields(Map.of("note", "one\ttwo\r\nthree"));
        assertThat(fields.optionalText("note")).contains("one\ttwo\r\nthree");
        fields.refuseIfInvalid();
    }

    @Test
    void aRequiredTextThatIsRefusedIsNotCalledEmptyBesides() {
        var fields = new Fields(Map.of("name", "x".repeat(Fields.MAX_TEXT_LENGTH + 1)));
        assertThat(fields.text("name")).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .asInstanceOf(type(InvalidInput.class))
                .extracting(InvalidInput::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(Violation::code)
                .containsExactly("TOO_LONG");
    }
}

package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Leakage by stock, worked by hand from the 2006 IPCC Guidelines, volume 3, chapter 7: rates of
/// table 7.9, compositions of table 7.8, potentials of AR5 over 100 years.
class StockLeakageTest {

    private static ActivityData data(String kilograms, String inputs) {
        var values = new TreeMap<String, InputValue>();
        Arrays.stream(inputs.split(";"))
                .filter(input -> !input.isBlank())
                .map(input -> input.strip().split("[= ]", 3))
                .forEach(input ->
                        values.put(input[0], InputValue.of(new BigDecimal(input[1]), input[2])));
        return new ActivityData(
                Optional.of(CalculationMethod.FUGITIVE_STOCK_LEAKAGE),
                Quantity.of(kilograms, Unit.KG),
                new MethodInputs(values));
    }

    private static Calculated calculated(String refrigerant, String kilograms, String inputs) {
        LocalDate day = LocalDate.of(2021, 6, 30);
        return new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100)
                .calculate(
                        data(kilograms, inputs),
                        new FactorQuery(
                                refrigerant,
                                Purpose.FUGITIVE,
                                List.of("CN", "WORLD"),
                                day,
                                day,
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        // 3 × 100 kg × 15 % = 45 kg of HFC-134a × 1300
        "r-134a, 100, equipment=3 CHILLERS, 58500",
        // 10 × 2 kg × 10 % × 6/12 = 1 kg: half HFC-32 × 677, half HFC-125 × 3170
        "r-410a, 2, equipment=10 RESIDENTIAL_COMMERCIAL_AC; months=6 1, 1923.5",
        // 300 kg × 35 % = 105 kg: 44 % HFC-125 × 3170, 4 % HFC-134a × 1300, 52 % HFC-143a × 4800
        "r-404a, 300, equipment=1 MEDIUM_LARGE_COMMERCIAL, 413994",
        // 0.8 kg × 20 % × 1/12 = 0.013333333333 kg × 1300
        "r-134a, 0.8, equipment=1 MOBILE_AC; months=1 1, 17.3333333329",
        // 100 kg × 5 % × 50 % = 2.5 kg × 1300
        "r-134a, 100, leakageRate=5 %; yearShare=50 %, 3250",
        // 2 × 100 kg × 4 % = 8 kg × 1300
        "r-134a, 100, equipment=2 CHILLERS; leakageRate=4 %, 10400",
        "r-134a, 100, equipment=0 CHILLERS, 0",
    })
    void whatLeaksOfAStockInAYear(
            String refrigerant, String kilograms, String inputs, String kgCo2e) {
        assertThat(calculated(refrigerant, kilograms, inputs).emission().kilograms())
                .isEqualByComparingTo(kgCo2e);
    }

    @Test
    void onlyTheKyotoPartOfABlendCounts() {
        // 6 kg × 15 % = 0.9 kg: 13 % HFC-152a × 138; 53 % HCFC-22 and 34 % HCFC-124 beside
        Emission emission =
                calculated("r-401a", "6", "equipment=1 STAND_ALONE_COMMERCIAL").emission();

        assertThat(emission.kilograms()).isEqualByComparingTo("16.146");
        assertThat(emission.gases()).extracting(GasMass::gas).containsExactly("HFC-152a");
        assertThat(emission.otherGases())
                .extracting(GasMass::toString)
                .containsExactlyInAnyOrder("0.477 kg HCFC-22", "0.306 kg HCFC-124");
    }

    @Test
    void aRateOfTheTableIsNamedWithItsSource() {
        Calculated calculated = calculated("r-134a", "100", "equipment=3 CHILLERS");

        CalculationTrace step = calculated.trace().children().getFirst();
        assertThat(step.step()).isEqualTo("leakage rate");
        assertThat(step.output()).isEqualTo("15 %");
        assertThat(step.inputs())
                .containsEntry("range", "2 to 15 % of the charge in a year")
                .containsEntry("source", "2006 IPCC Guidelines Vol.3 Ch7 Table 7.9");
        assertThat(calculated.flags()).containsExactly(Calculated.DEFAULT_LEAKAGE_RATE);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "15, false", "1.99, true", "15.01, true", "100, true"})
    void aStatedRateOutsideTheRangeIsNoted(String percent, boolean outside) {
        Calculated calculated =
                calculated(
                        "r-134a",
                        "100",
                        "equipment=1 CHILLERS; leakageRate=%s %%".formatted(percent));

        assertThat(calculated.emission().kilograms())
                .isEqualByComparingTo(new BigDecimal(percent).multiply(new BigDecimal("1300")));
        assertThat(calculated.flags().contains(Calculated.LEAKAGE_RATE_OUTSIDE_RANGE))
                .isEqualTo(outside);
    }

    @Test
    void theNoteIsAFindingOfTheInventory() {
        var company = new Company(2021);
        ActivityData leak = data("100", "equipment=1 CHILLERS; leakageRate=40 %");
        company.activities.add(
                new ActivityRecord(
                        "leak",
                        Optional.of(Scope.SCOPE_1),
                        Optional.empty(),
                        "r-134a",
                        leak.quantity(),
                        Optional.empty(),
                        List.of("CN", "WORLD"),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2022, 1, 1),
                        leak.method(),
                        leak.inputs(),
                        Optional.empty(),
                        Provenance.STATED,
                        RecordQuality.UNKNOWN));

        Inventory inventory = company.inventory();
        assertThat(inventory.findings())
                .filteredOn(finding -> finding.code().equals("LEAKAGE_RATE_OUTSIDE_RANGE"))
                .extracting(Finding::severity, Finding::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Finding.Severity.NOTE, "leak"));
    }

    @ParameterizedTest
    @CsvSource({
        "months=6 1, equipment, REQUIRED",
        "equipment=3 count, equipment, INCOMPATIBLE_UNIT",
        "equipment=-1 CHILLERS, equipment, NEGATIVE_INPUT",
        "equipment=1 CHILLERS; months=13 1, months, OUT_OF_RANGE",
        "equipment=1 CHILLERS; months=50 %, months, OUT_OF_RANGE",
        "equipment=1 CHILLERS; months=6 1; yearShare=50 %, months, STATED_TWICE",
        "leakageRate=1 CHILLERS, leakageRate, INCOMPATIBLE_UNIT",
        "equipment=1 CHILLERS; leakageRate=101 %, leakageRate, OUT_OF_RANGE",
    })
    void whatCannotBeIsRefused(String inputs, String input, String code) {
        assertThatThrownBy(() -> calculated("r-134a", "100", inputs))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> {
                            assertThat(refused.input()).isEqualTo(input);
                            assertThat(refused.code()).isEqualTo(code);
                        });
    }

    @Test
    void equipmentNobodyKnowsIsNoUnit() {
        assertThatThrownBy(() -> data("1", "equipment=3 TOASTERS"))
                .hasMessageContaining("TOASTERS");
    }

    @Test
    void equipmentIsWrittenAsItIsRead() {
        assertThat(data("1", "equipment=3 CHILLERS").inputs()).hasToString("equipment=3 CHILLERS");
    }
}

package org.netzero.datacenter.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.thermal.CombinedProduction.Factors;

class CombinedProductionTest {

    /// Natural gas and hot water of Delegated Regulation (EU) 2015/2402, built from 2016 on.
    private static final SeparateProduction REFERENCES =
            new SeparateProduction(amount("0.53"), amount("0.92"), amount("5"));

    private static final Factors FACTORS =
            new Factors(new BigDecimal("0.202"), new BigDecimal("0.202"), new BigDecimal("0.5568"));

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text));
    }

    private static Outputs outputs(String power, String heat, String cooling) {
        return new Outputs(amount(power), amount(heat), amount(cooling));
    }

    private static Outputs none() {
        return new Outputs(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CombinedProduction plant(Outputs made, Outputs exported) {
        return new CombinedProduction(new BigDecimal("1000"), made, exported);
    }

    @Test
    void theSavingOfHeatAndPowerIsThatOfTheDirective() {
        var made = plant(new Outputs(amount("400"), amount("450"), Optional.empty()), none());

        // 1 − 1 / (Hη/RefHη + Eη/RefEη), Directive 2012/27/EU, Annex II (b)
        var context = new MathContext(20);
        BigDecimal directive =
                BigDecimal.ONE.subtract(
                        BigDecimal.ONE.divide(
                                new BigDecimal("0.45")
                                        .divide(new BigDecimal("0.92"), context)
                                        .add(
                                                new BigDecimal("0.40")
                                                        .divide(new BigDecimal("0.53"), context)),
                                context));
        assertThat(made.primaryEnergySaving(REFERENCES).orElseThrow().subtract(directive).abs())
                .isLessThan(new BigDecimal("0.000001"));
    }

    @Test
    void coolingWouldTakeElectricityOfAChiller() {
        CombinedProduction made = plant(outputs("380", "100", "300"), none());

        // 380/0.53 + 100/0.92 + 300/(5 · 0.53)
        assertThat(made.separateFuelKwh(REFERENCES).orElseThrow())
                .isEqualByComparingTo("938.884331419196");
    }

    @Test
    void whereThePlantIsMeteredChangesWhatEntersAndNotWhatIsSaved() {
        CombinedProduction made = plant(outputs("380", "100", "300"), none());

        assertThat(made.entersFacilityKwh(Boundary.OUTSIDE)).isEqualByComparingTo("780");
        assertThat(made.entersFacilityKwh(Boundary.INSIDE)).isEqualByComparingTo("1000");
        assertThat(made.savingInsideInventory(REFERENCES, FACTORS).orElseThrow().savedKg())
                .isEqualByComparingTo(
                        "64.948521739130426"); // 380·g + 100/0.92·f + 300/5·g − 1000·f
    }

    @Test
    void whatLeavesTheSiteIsToldApartAndTheTwoMakeTheWhole() {
        CombinedProduction made = plant(outputs("380", "100", "300"), none());
        CombinedProduction shared =
                plant(
                        outputs("380", "100", "300"),
                        new Outputs(Optional.empty(), amount("60"), Optional.empty()));

        BigDecimal inside =
                shared.savingInsideInventory(REFERENCES, FACTORS).orElseThrow().savedKg();
        BigDecimal exported = shared.savingExported(REFERENCES, FACTORS).orElseThrow().savedKg();

        assertThat(shared.entersFacilityKwh(Boundary.OUTSIDE)).isEqualByComparingTo("720");
        assertThat(
                        inside.add(exported)
                                .subtract(
                                        made.savingInsideInventory(REFERENCES, FACTORS)
                                                .orElseThrow()
                                                .savedKg())
                                .abs())
                .isLessThan(new BigDecimal("1e-9"));
        assertThat(exported.signum()).isNotZero();
    }

    @Test
    void anOutputWithoutAReferenceHasNoSaving() {
        CombinedProduction made = plant(outputs("380", "100", "300"), none());
        var withoutCooling =
                new SeparateProduction(amount("0.53"), amount("0.92"), Optional.empty());
        var withoutHeat = new SeparateProduction(amount("0.53"), Optional.empty(), amount("5"));

        assertThat(made.primaryEnergySaving(withoutCooling)).isEmpty();
        assertThat(made.savingInsideInventory(withoutCooling, FACTORS)).isEmpty();
        assertThat(made.missing(withoutCooling)).containsExactly(Missing.COOLING_REFERENCE);
        assertThat(made.savingInsideInventory(withoutHeat, FACTORS)).isEmpty();
        assertThat(made.missing(withoutHeat)).containsExactly(Missing.THERMAL_REFERENCE);
    }

    @Test
    void noMoreLeavesThanIsMade() {
        assertThatExceptionOfType(ExportAboveProduction.class)
                .isThrownBy(() ->
                        plant(
                                outputs("380", "100", "300"),
                                new Outputs(Optional.empty(), amount("101"), Optional.empty())))
                .withMessageContaining("101 kWh of heat");
    }
}

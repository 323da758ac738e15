package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.FuelProperty;
import org.netzero.emissions.factor.LeakageRate;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class SourcePropertiesTest {

    private static final SourceProperties PROPERTIES = new SourceProperties(Factors.EDITION);

    @Test
    void everyKindOfEquipmentHasARateAndEveryRowAKind() {
        assertThat(PROPERTIES.leakageRates())
                .extracting(LeakageRate::type)
                .containsExactly(EquipmentType.values());
        assertThat(new SetFolder(Factors.EDITION).rows("refrigerant_leakage_ipcc2006.csv.gz"))
                .hasSize(EquipmentType.values().length);
    }

    @Test
    void everyRowOfTheFuelsIsAProperty() {
        assertThat(PROPERTIES.fuels())
                .hasSize(336)
                .filteredOn(property -> property.id().equals("uk.desnz.2024.prop.lpg.density"))
                .singleElement()
                .satisfies(lpg -> {
                    assertThat(lpg.activity()).isEqualTo("lpg");
                    assertThat(lpg.property()).isEqualTo(FuelProperty.Kind.DENSITY);
                    assertThat(lpg.value()).isEqualByComparingTo("529.749");
                    assertThat(lpg.unit()).isEqualTo("kg/m3");
                    assertThat(lpg.year()).isEqualTo(2024);
                });
    }

    @Test
    void densitiesAreInTheUnitTheyAreReadIn() {
        assertThat(PROPERTIES.fuels())
                .filteredOn(property -> property.property() == FuelProperty.Kind.DENSITY)
                .isNotEmpty()
                .allMatch(property -> property.unit().equals("kg/m3"));
    }

    /// 1000 L × 529.749 kg/m3 = 529.749 kg, × 3.1013 kg CO2 for each kg.
    @Test
    void aPublishedDensityMakesAMassOfAVolume() {
        Calculated burnt = burntInChina("lpg");

        assertThat(burnt.emission().kilograms()).isEqualByComparingTo("1642.9105737");
        assertThat(burnt.flags()).contains(Calculated.ESTIMATED_DENSITY);
        assertThat(burnt.trace().children())
                .filteredOn(step -> step.step().equals("density"))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.inputs())
                                .containsEntry("provenance", "PUBLISHED")
                                .containsEntry("assumption", "uk.desnz.2026.prop.lpg.density"));
    }

    @Test
    void theDensityOfASetComesBeforeAPublishedOne() {
        assertThat(TestLibrary.SHIPPED.densityOf("diesel"))
                .hasValueSatisfying(
                        density -> assertThat(density.id()).isEqualTo("density.diesel"));
    }

    @Test
    void aVolumeOfWhatHasNoDensityIsStillRefused() {
        assertThatThrownBy(() -> burntInChina("coke"))
                .isInstanceOf(CalculationRefused.class)
                .hasMessageContaining("coke");
    }

    private static Calculated burntInChina(String fuel) {
        LocalDate day = LocalDate.of(2021, 6, 30);
        return new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100)
                .calculate(
                        Quantity.of("1000", Unit.L),
                        new FactorQuery(
                                fuel,
                                Purpose.COMBUSTION,
                                List.of("CN"),
                                day,
                                day,
                                Optional.empty()));
    }

    @Test
    void aRangeThatRunsBackwardsIsRefused() {
        assertThatThrownBy(() -> new LeakageRate.Range(BigDecimal.TEN, BigDecimal.ONE))
                .hasMessage("10 to 1 is no range");
    }
}

package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class IntensityTest {

    private static final Intensity GRID = Intensity.of("0.5568", Unit.KG, Unit.KWH);

    @Test
    void emissionsAreIntensityTimesEnergy() {
        Quantity electricity = Quantity.of("4308960", Unit.MWH);

        assertThat(GRID.times(electricity).to(Unit.T))
                .isEqualTo(Quantity.of("2399228.928", Unit.T));
    }

    @Test
    void theQuantityMayHaveAnyUnitOfTheDenominatorsDimension() {
        assertThat(GRID.times(Quantity.of("3.6", Unit.GJ)))
                .isEqualTo(Quantity.of("556.8", Unit.KG));
    }

    @Test
    void conversionAndProductAreRoundedTogether() {
        // 1 MJ is not a terminating number of kWh, yet 1 MJ × 3.6 kg/kWh is exactly 1 kg
        assertThat(Intensity.of("3.6", Unit.KG, Unit.KWH).times(Quantity.of("1", Unit.MJ)))
                .isEqualTo(Quantity.of("1", Unit.KG));
        assertThat(Intensity.of("1", Unit.KG, Unit.KWH).times(Quantity.of("1", Unit.MJ)))
                .isEqualTo(Quantity.of("0.277777777778", Unit.KG));
    }

    /// Heating values and densities of GB/T 2589-2008; fuels of the published data set for 2021.
    @Test
    void fuelsOf2021HaveThePublishedEnergy() {
        // Given
        Quantity diesel =
                Intensity.of("42.652", Unit.MJ_NET_CV, Unit.KG)
                        .times(
                                Intensity.of("0.84", Unit.KG, Unit.L)
                                        .times(Quantity.of("3261448", Unit.L)))
                        .to(Unit.MWH_NET_CV);
        Quantity gas =
                Intensity.of("38.931", Unit.MJ_NET_CV, Unit.M3)
                        .times(Quantity.of("3111654", Unit.M3))
                        .to(Unit.MWH_NET_CV);
        Quantity gasoline =
                Intensity.of("43.070", Unit.MJ_NET_CV, Unit.KG)
                        .times(
                                Intensity.of("0.73", Unit.KG, Unit.L)
                                        .times(Quantity.of("34160", Unit.L)))
                        .to(Unit.MWH_NET_CV);

        // Then
        assertThat(diesel).hasToString("32458.365355733333333 MWh (Net CV)");
        assertThat(gas).hasToString("33649.944965 MWh (Net CV)");
        assertThat(gasoline).hasToString("298.341104444444444 MWh (Net CV)");
        assertThat(diesel.plus(gas).plus(gasoline))
                .hasToString("66406.651425177777777 MWh (Net CV)");
    }

    @Test
    void comparisonAcrossUnitsDoesNotRound() {
        assertThat(GRID.compareWith(Intensity.of("0.5568", Unit.T, Unit.MWH))).isZero();
        assertThat(GRID.compareWith(Intensity.of("0.15466", Unit.KG, Unit.MJ))).isPositive();
        assertThat(GRID.compareWith(Intensity.of("556.81", Unit.G, Unit.KWH))).isNegative();
        assertThat(GRID).isNotEqualTo(Intensity.of("0.5568", Unit.T, Unit.MWH));
    }

    @Test
    void equalityIgnoresTheScaleOfTheNumber() {
        assertThat(Intensity.of("0.55680", Unit.KG, Unit.KWH)).isEqualTo(GRID);
        assertThat(GRID).hasToString("0.5568 kg/kWh");
    }

    @Test
    void aFactorPerNetCalorificValueRefusesGrossAndElectricity() {
        // Given
        Intensity factor = Intensity.of("0.2", Unit.KG_CO2E, Unit.KWH_NET_CV);

        // Then
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> factor.times(Quantity.of("1", Unit.KWH_GROSS_CV)))
                .satisfies(refusal -> {
                    assertThat(refusal.given()).isEqualTo(Unit.KWH_GROSS_CV);
                    assertThat(refusal.wanted()).isEqualTo(Unit.KWH_NET_CV);
                });
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> factor.times(Quantity.of("1", Unit.KWH)));
    }

    @Test
    void intensitiesOfDifferentThingsHaveNoOrder() {
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> GRID.compareWith(Intensity.of("1", Unit.KG_CO2E, Unit.KWH)));
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> GRID.compareWith(Intensity.of("1", Unit.KG, Unit.L)));
    }

    @Test
    void whatIsNoDecimalIsRefused() {
        assertThatExceptionOfType(NotADecimal.class)
                .isThrownBy(() -> Intensity.of("0,5568", Unit.KG, Unit.KWH));
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Intensity.of("1e300", Unit.KG, Unit.KWH));
    }
}

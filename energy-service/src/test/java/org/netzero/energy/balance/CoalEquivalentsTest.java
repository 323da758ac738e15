package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.energy.carrier.CoalEquivalents;
import org.netzero.energy.carrier.CoalEquivalents.CoalEquivalent;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.heatingvalue.CoalEquivalentCoefficients;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class CoalEquivalentsTest {

    private static final CoalEquivalents COEFFICIENTS =
            new CoalEquivalentCoefficients().coefficients();

    private static Optional<CoalEquivalent> of(
            EnergyCarrier carrier, String value, String unit, String set) {
        Quantity quantity = Quantity.of(value, Unit.parse(unit));
        return COEFFICIENTS.of(
                carrier, quantity, new HeatingValues().set(set).contentOf(carrier, quantity), set);
    }

    @ParameterizedTest
    @CsvSource({
        "ELECTRICITY, 10, MWh, 1229, gbt-2589.electricity",
        "DISTRICT_HEAT, 1, GJ, 34.12, gbt-2589.heat",
        "STEAM, 1, GJ, 34.12, gbt-2589.steam",
        "DISTRICT_COOLING, 1, GJ, 34.12, gbt-2589.cooling",
        "COAL, 1, t, 714.3, gbt-2589-2008.raw-coal",
        "DIESEL, 1, t, 1457.1, gbt-2589-2008.diesel",
        "DIESEL, 1000, L, 1223.964, gbt-2589-2008.diesel",
        "GASOLINE, 1, t, 1471.4, gbt-2589-2008.gasoline",
        "LPG, 1, t, 1714.3, gbt-2589-2008.lpg",
        "HEATING_OIL, 1, t, 1428.6, gbt-2589-2008.fuel-oil",
        "JET_FUEL, 1, t, 1471.4, gbt-2589-2008.kerosene",
        "NATURAL_GAS, 1000, m3, 1330, gbt-2589-2008.natural-gas",
        "NATURAL_GAS, 29307.6, kJ (Net CV), 1, 29307.6 kJ/kgce",
    })
    void everyCarrierHasTheCoefficientOfItsUnit(
            EnergyCarrier carrier, String value, String unit, BigDecimal kgce, String by) {
        CoalEquivalent found = of(carrier, value, unit, "gbt-2589-2008").orElseThrow();
        assertThat(found.kgce()).isEqualByComparingTo(kgce);
        assertThat(found.by()).isEqualTo(by);
    }

    @Test
    void aFuelOnAnotherSetOfHeatingValuesIsCountedByItsEnergy() {
        CoalEquivalent found = of(EnergyCarrier.COAL, "1", "t", "ipcc-2006").orElseThrow();
        assertThat(found.by()).isEqualTo(CoalEquivalents.BY_ENERGY);
        assertThat(found.kgce()).isBetween(new BigDecimal("880.3167"), new BigDecimal("880.3178"));
    }

    @Test
    void whereNeitherCoefficientNorEnergyIsKnownNothingIsCounted() {
        assertThat(of(EnergyCarrier.NATURAL_GAS, "5", "t", "gbt-2589-2008")).isEmpty();
    }
}

package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.Inventory.BasisShare;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Unit;

/// Arithmetic on the inputs one company printed for 2021 with published Chinese factors, in kg
/// CO2e.
class PublishedCompanyTest {

    private final Inventory inventory = Company.published().inventory();

    @Test
    void scope1IsTheSumOfItsThreeFuels() {
        assertThat(tonnes("diesel")).isEqualByComparingTo("8481.58");
        assertThat(tonnes("natural-gas")).isEqualByComparingTo("6728.02");
        assertThat(tonnes("gasoline")).isEqualByComparingTo("72.94");
        assertThat(inventory.scope1().movePointLeft(3).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("15282.54");
    }

    private BigDecimal tonnes(String activity) {
        return inventory.results().stream()
                .filter(result -> result.activity().equals(activity))
                .map(result -> result.emission().kilograms())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(3)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    @Test
    void scope2ByLocationUsesTheGridAverageAndIgnoresTheClaim() {
        assertThat(inventory.scope2(Scope2Method.LOCATION_BASED))
                .isEqualByComparingTo("2399228928");
    }

    @Test
    void scope2ByMarketAcceptsTheStatedClaimAndFindsItUnproven() {
        assertThat(inventory.scope2(Scope2Method.MARKET_BASED)).isEqualByComparingTo("2522949432");
        assertThat(inventory.findings())
                .filteredOn(finding -> finding.code().equals("NO_INSTRUMENT_ON_FILE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("63000 MWh"));
    }

    @Test
    void scope2ByMarketIsHigherWithoutTheClaim() {
        Company without = Company.published();
        without.totals.removeIf(t -> t.source() == EnergySource.PURCHASED_RENEWABLE);

        assertThat(
                        without.inventory()
                                .scope2(Scope2Method.MARKET_BASED)
                                .movePointLeft(3)
                                .setScale(0, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("2560384");
    }

    @Test
    void scope3IsTheStatedTotalAndIsNotComplete() {
        assertThat(inventory.scope3()).isEqualByComparingTo("2743000000");
        assertThat(inventory.scope3Categories()).containsOnlyKeys(Scope3Category.UNSPECIFIED);
        assertThat(inventory.complete()).isFalse();
        assertThat(inventory.findings())
                .extracting(Finding::code)
                .contains("CATEGORY_UNSPECIFIED", "SECONDARY_FACTOR");
    }

    @Test
    void theStatedShareOfTheTotalStandsOnNoKnownGwpSet() {
        assertThat(inventory.basis())
                .extracting(BasisShare::gwpSet)
                .containsExactly(Optional.of(GwpSet.AR5_100), Optional.empty());
        assertThat(inventory.basis().stream().map(BasisShare::share).reduce(BigDecimal::add))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("1"));
    }

    @Test
    void litresOfDieselAreWeighedWithAnAssumedDensityThatTheTraceShows() {
        EmissionResult diesel =
                inventory.results().stream()
                        .filter(result -> result.activity().equals("diesel"))
                        .findFirst()
                        .orElseThrow();

        assertThat(diesel.flags()).contains(Calculated.ESTIMATED_DENSITY);
        assertThat(diesel.trace().toString()).contains("0.84 kg/L", "ESTIMATED", "3.0959 kg/kg");
    }

    @Test
    void powerOfOwnRenewablesHasNoEmissionOfItsOwn() {
        Company without = Company.published();
        without.totals.removeIf(t -> t.source() == EnergySource.ON_SITE_PV);

        assertThat(without.inventory()).isEqualTo(inventory);
    }

    @Test
    void aPartOfTheGroupTakesItsProvincesFactorAndTheRemainderTheCountrys() {
        Inventory split =
                Company.published()
                        .site(
                                "CN-GD",
                                EnergyCarrier.ELECTRICITY,
                                EnergySource.PURCHASED,
                                "1000",
                                Unit.MWH)
                        .inventory();

        // 1,000,000 kWh × 0.4715 + 4,307,960,000 kWh × 0.5568
        assertThat(split.scope2(Scope2Method.LOCATION_BASED)).isEqualByComparingTo("2399143628");
    }
}

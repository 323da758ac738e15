package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Unit;

/// What cannot be accounted is found, never silently 0.
class InventoryRefusalsTest {

    private static List<String> codes(Inventory inventory) {
        return inventory.findings().stream().map(Finding::code).toList();
    }

    @Test
    void coolingWithoutAFactorIsAnOpenFinding() {
        Inventory inventory =
                new Company(2021)
                        .group(
                                EnergyCarrier.DISTRICT_COOLING,
                                EnergySource.PURCHASED,
                                "100",
                                Unit.MWH)
                        .inventory();

        assertThat(inventory.results()).isEmpty();
        assertThat(inventory.complete()).isFalse();
        assertThat(codes(inventory)).contains("NO_FACTOR", "NOTHING_CALCULATED");
    }

    @Test
    void electricityBeforeTheFirstFactorIsNotComputedWithALaterOne() {
        assertThat(
                        codes(
                                new Company(2020)
                                        .group(
                                                EnergyCarrier.ELECTRICITY,
                                                EnergySource.PURCHASED,
                                                "1",
                                                Unit.MWH)
                                        .inventory()))
                .contains("NO_FACTOR");
    }

    @Test
    void aFactorPublishedLaterWasNotKnown() {
        Inventory before = Company.published().inventory(GwpSet.AR5_100, LocalDate.of(2024, 4, 11));

        assertThat(codes(before)).contains("NO_FACTOR");
        assertThat(before.scope2(Scope2Method.LOCATION_BASED)).isZero();
    }

    @Test
    void thisYearsElectricityCarriesTheLastFactorForwardAndSaysSo() {
        Inventory inventory =
                new Company(2026)
                        .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "10", Unit.MWH)
                        .inventory();

        assertThat(inventory.resultsFlagged(Calculated.CARRIED_FORWARD, line -> true)).isPositive();
        assertThat(codes(inventory)).contains("CARRIED_FORWARD");
        assertThat(inventory.scope2(Scope2Method.LOCATION_BASED)).isPositive();
    }

    @Test
    void aUnitThatFitsNoFactorIsAFinding() {
        assertThat(
                        codes(
                                new Company(2021)
                                        .group(
                                                EnergyCarrier.COAL,
                                                EnergySource.COMBUSTION_STATIONARY,
                                                "10",
                                                Unit.L)
                                        .inventory()))
                .contains("INCOMPATIBLE_UNIT");
    }

    @Test
    void boughtFuelIsNotBurntFuel() {
        assertThat(
                        codes(
                                new Company(2021)
                                        .group(
                                                EnergyCarrier.DIESEL,
                                                EnergySource.PURCHASED,
                                                "10",
                                                Unit.KG)
                                        .inventory()))
                .contains("NOT_BURNT");
    }

    @Test
    void partsAboveTheTotalLeaveNoNegativeRemainder() {
        Inventory inventory =
                new Company(2021)
                        .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "1", Unit.MWH)
                        .site(
                                "CN-GD",
                                EnergyCarrier.ELECTRICITY,
                                EnergySource.PURCHASED,
                                "2",
                                Unit.MWH)
                        .inventory();

        assertThat(codes(inventory)).contains("PARTS_EXCEED_TOTAL");
        assertThat(inventory.scope2(Scope2Method.LOCATION_BASED)).isEqualByComparingTo("943");
    }

    @Test
    void aClaimBeyondPurchasesCountsOnlyUpToThem() {
        Inventory inventory =
                new Company(2021)
                        .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "1", Unit.MWH)
                        .group(
                                EnergyCarrier.ELECTRICITY,
                                EnergySource.PURCHASED_RENEWABLE,
                                "3",
                                Unit.MWH)
                        .inventory();

        assertThat(inventory.scope2(Scope2Method.MARKET_BASED)).isZero();
        assertThat(inventory.scope2(Scope2Method.LOCATION_BASED)).isEqualByComparingTo("556.8");
        assertThat(codes(inventory)).contains("RENEWABLE_EXCEEDS_PURCHASED");
    }

    @Test
    void partsWhoseEnergyIsUnknownAreNotSubtractedByGuess() {
        Company company =
                new Company(2021)
                        .group(
                                EnergyCarrier.DIESEL,
                                EnergySource.COMBUSTION_STATIONARY,
                                "100",
                                Unit.KG)
                        .site(
                                "CN-GD",
                                EnergyCarrier.DIESEL,
                                EnergySource.COMBUSTION_STATIONARY,
                                "10",
                                Unit.L);
        company.totals.replaceAll(Company::withoutEnergy);

        Inventory inventory = company.inventory();

        assertThat(codes(inventory)).contains("PARTS_NOT_COMPARABLE");
        assertThat(inventory.scope1()).isEqualByComparingTo("26.00556");
    }

    @Test
    void purchasedEnergyThatIsNotKnownAsEnergyIsAFinding() {
        Company company =
                new Company(2021).group(EnergyCarrier.STEAM, EnergySource.PURCHASED, "100", Unit.T);
        company.totals.replaceAll(Company::withoutEnergy);

        assertThat(codes(company.inventory())).contains("ENERGY_UNKNOWN");
    }
}

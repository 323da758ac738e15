package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Each formula as a closed form: what the inputs make of the quantity.
class MethodFormulasTest {

    private static ActivityData data(
            CalculationMethod method, String quantity, @Nullable String inputs) {
        var values = new TreeMap<String, InputValue>();
        if (inputs != null) {
            Arrays.stream(inputs.split(";"))
                    .map(input -> input.strip().split("=", 2))
                    .forEach(input -> values.put(input[0], value(input[1])));
        }
        String[] amount = quantity.split(" ", 2);
        return new ActivityData(
                Optional.of(method),
                Quantity.of(amount[0], Unit.parse(amount[1])),
                new MethodInputs(values));
    }

    private static InputValue value(String text) {
        String[] parts = text.split(" ", 2);
        return InputValue.of(new BigDecimal(parts[0]), parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "STATIONARY_COMBUSTION, 10 L, , 10 L",
        "MOBILE_DISTANCE, 4 count, distance=100 km, 400 km",
        "PROCESS, 10 t, share=90 %, 9 t",
        "FUGITIVE_TOP_UP, 3 kg, , 3 kg",
        "FUGITIVE_MASS_BALANCE, 10 kg, purchased=5 kg; disbursed=1 kg; stockAtEnd=8 kg; capacityIncrease=2 kg, 4 kg",
        "FUGITIVE_STOCK_LEAKAGE, 200 kg, leakageRate=5 %; yearShare=0.5 1, 5 kg",
        "HYBRID, 5000 kg, distance=1000 km, 5000 tkm",
        "AMORTISED_EMBODIED, 100 count, yearsUsed=1 1; lifetimeYears=4 1, 25 count",
        "TRANSMISSION_LOSSES, 1000 kWh, lossRate=8 %, 80 kWh",
        "FREIGHT_DISTANCE, 2500 kg, distance=800 km, 2000 tkm",
        "FREIGHT_FUEL, 100 L, backhaulFuel=60 L; mass=2 t; totalMass=8000 kg, 40 L",
        "WASTE_AVERAGE, 40 t, share=25 %, 10 t",
        "TRAVEL_DISTANCE, 3 count, distance=200 km; trips=2 1, 1200 km",
        "HOTEL_NIGHTS, 2 count, nights=3 count, 6 count",
        "COMMUTING_DISTANCE, 10 count, share=50 %; distance=10 km; trips=2 1; days=5 1; weeks=46 1, 23000 km",
        "COMMUTING_AVERAGE, 10 count, days=200 1, 2000 count",
        "HOME_WORKING, 10 count, days=100 1; energyPerDay=2.5 kWh/count, 2500 kWh",
        "ASSET_SPECIFIC, 1000 kWh, share=0.3 1, 300 kWh",
        "LESSOR_SPECIFIC, 900 kWh, leased=100 m2; total=300 m2, 300 kWh",
        "LEASED_AREA, 500 m2, energyPerArea=120 kWh/m2, 60000 kWh",
        "LEASED_HALL, 1000 kWh, pue=1.4 1, 1400 kWh",
        "PROCESSING_SITE_SPECIFIC, 1000 kWh, share=10 %, 100 kWh",
        "USE_PHASE_ENERGY, 1000 count, lifetimeUses=11500 1; consumptionPerUse=1.3 kWh/count, 14950000 kWh",
        "USE_PHASE_CONTAINED_GASES, 1000 count, gasPerProduct=0.5 kg/count; releasedShare=80 %, 400 kg",
        "FRANCHISE_SPECIFIC, 1000 kWh, share=50 %, 500 kWh",
        "FRANCHISE_AVERAGE, 10 m2, energyPerArea=100 kWh/m2, 1000 kWh",
        "INVESTMENT_EQUITY, 120000 tCO2e, share=40 %, 48000 tCO2e",
        "PROJECT_FINANCE, 10000 tCO2e, share=10 %, 1000 tCO2e",
        "INVESTMENT_AVERAGE, 100 USD, sectorShare=60 %; share=10 %, 6 USD",
        "PROJECT_LIFETIME, 7 tCO2e, lifetimeYears=30 1; share=15 %, 31.5 tCO2e",
    })
    void theInputsMakeTheAmount(
            CalculationMethod method, String quantity, String inputs, String amount) {
        assertThat(data(method, quantity, inputs).amount(Tracing.LEFT_OUT).quantity())
                .hasToString(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "FUGITIVE_MASS_BALANCE, 1 kg, purchased=1 kg; stockAtEnd=3 kg, quantity, NEGATIVE_AMOUNT",
        "FUGITIVE_MASS_BALANCE, 1 kg, purchased=1 L; stockAtEnd=3 kg, purchased, INCOMPATIBLE_UNIT",
        "FUGITIVE_STOCK_LEAKAGE, 1 kg, leakageRate=101 %, leakageRate, OUT_OF_RANGE",
        "FREIGHT_FUEL, 1 L, mass=1 t, totalMass, REQUIRED",
        "FREIGHT_FUEL, 1 L, mass=3 t; totalMass=2000 kg, mass, PART_EXCEEDS_WHOLE",
        "FREIGHT_FUEL, 1 L, mass=0 t; totalMass=0 kg, mass, PART_EXCEEDS_WHOLE",
        "FREIGHT_DISTANCE, 1 L, distance=1 km, distance, INCOMPATIBLE_UNIT",
        "LESSOR_SPECIFIC, 1 kWh, leased=1 m2; total=2 count, total, INCOMPATIBLE_UNIT",
        "LEASED_AREA, 1 m2, energyPerArea=1 kWh/count, energyPerArea, INCOMPATIBLE_UNIT",
        "INVESTMENT_EQUITY, 1 tCO2e, share=-1 %, share, NEGATIVE_INPUT",
    })
    void whatTheFormulaCannotTakeIsRefusedByName(
            CalculationMethod method, String quantity, String inputs, String input, String code) {
        assertThatThrownBy(() -> data(method, quantity, inputs).amount(Tracing.LEFT_OUT))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> {
                            assertThat(refused.input()).isEqualTo(input);
                            assertThat(refused.code()).isEqualTo(code);
                        });
    }

    private static Inventory purchased(String activity, @Nullable String inputs) {
        var company = new Company(2021);
        ActivityData data = data(CalculationMethod.PURCHASED_ENERGY, "1000 kWh", inputs);
        company.activities.add(
                new ActivityRecord(
                        "purchased",
                        Optional.of(Scope.SCOPE_2),
                        Optional.empty(),
                        activity,
                        data.quantity(),
                        Optional.empty(),
                        List.of("CN", "WORLD"),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2022, 1, 1),
                        data.method(),
                        data.inputs(),
                        Optional.empty(),
                        Provenance.INVOICED,
                        RecordQuality.UNKNOWN));
        return company.inventory();
    }

    @Test
    void aSuppliersRateCountsByMarketAndTheGridByLocation() {
        Inventory inventory = purchased("electricity", "emissionFactor=0.1 kgCO2e/kWh");
        assertThat(inventory.scope2(Scope2Method.LOCATION_BASED)).isEqualByComparingTo("556.8");
        assertThat(inventory.scope2(Scope2Method.MARKET_BASED)).isEqualByComparingTo("100");
    }

    @Test
    void heatHasNoResidualMix() {
        Inventory inventory = purchased("district-heat", null);
        assertThat(inventory.scope2(Scope2Method.MARKET_BASED))
                .isEqualTo(inventory.scope2(Scope2Method.LOCATION_BASED))
                .isPositive();
        assertThat(inventory.findings())
                .extracting(Finding::code)
                .doesNotContain("NO_RESIDUAL_MIX");
    }

    @Test
    void upstreamOfEnergyIsDerivedFromTheSameTotalsUnlessCategory3IsOnRecord() {
        var company = new Company(2021);
        company.group(EnergyCarrier.DIESEL, EnergySource.COMBUSTION_STATIONARY, "1000", Unit.L);
        company.in("GB");

        assertThat(company.inventory().scope3Categories())
                .containsOnlyKeys(Scope3Category.C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES);
        assertThat(company.inventory().scope3()).isPositive();
        assertThat(company.inventory().findings())
                .filteredOn(finding -> finding.code().equals("NOTHING_CALCULATED"))
                .extracting(Finding::subject)
                .contains("SCOPE_3");
        company.stated("c3", Scope3Category.C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES, "1");
        assertThat(company.inventory().scope3()).isEqualByComparingTo("1000");
    }

    private static List<String> lossesNotDerived(int year, FactorLibrary library) {
        Company company =
                new Company(year)
                        .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "1000", Unit.KWH);
        return new InventoryCalculation(new Calculator(library, GwpSet.AR5_100), Company.TODAY)
                        .of(new InventoryCalculation.Records(year, company.totals, List.of()))
                        .findings()
                        .stream()
                        .filter(finding -> finding.code().equals("UPSTREAM_NOT_DERIVED"))
                        .map(Finding::subject)
                        .filter(subject -> subject.contains("losses"))
                        .toList();
    }

    @Test
    void lossesThatTheOtherKindOfFactorCoversAreNotMissing() {
        FactorLibrary shipped = TestLibrary.SHIPPED;
        var withLossesOnly =
                new FactorLibrary(
                        shipped.factors().stream()
                                .filter(factor ->
                                        !factor.activity()
                                                .equals("electricity-transmission-losses"))
                                .toList(),
                        shipped.aliases(),
                        List.of(),
                        List.of(),
                        shipped.regions(),
                        shipped.potentials());

        assertThat(lossesNotDerived(2024, withLossesOnly)).isEmpty();
    }

    @Test
    void lossesWithoutAnyFactorAreMissingOnce() {
        assertThat(lossesNotDerived(2019, TestLibrary.SHIPPED))
                .containsExactly("electricity-transmission-losses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "electricity-transmission-losses",
                "electricity-transmission-losses-well-to-tank"
            })
    void aFactorOfLossesThatCannotBeUsedIsNotTakenForNone(String activity) {
        var gas =
                new GasIntensity(
                        "HFC-unknown", Optional.empty(), Intensity.of("1", Unit.KG, Unit.KWH));
        var factor =
                new EmissionFactor(
                        "own.losses",
                        "own.1",
                        activity,
                        "Losses",
                        Purpose.UPSTREAM,
                        "CN",
                        LocalDate.of(2024, 1, 1),
                        Optional.empty(),
                        List.of(gas),
                        new FactorSource(
                                "We", "Study", LocalDate.of(2024, 1, 1), "", "measured", ""),
                        Optional.empty(),
                        Optional.empty());
        FactorLibrary shipped = TestLibrary.SHIPPED;
        var without =
                new FactorLibrary(
                        shipped.factors().stream()
                                .filter(its ->
                                        !its.activity()
                                                .startsWith(
                                                        activity.endsWith("tank")
                                                                ? "electricity-transmission"
                                                                : "electricity-transmission-losses"))
                                .toList(),
                        shipped.aliases(),
                        List.of(),
                        List.of(),
                        shipped.regions(),
                        shipped.potentials());

        assertThat(lossesNotDerived(2024, without.with(List.of(factor)))).contains(activity);
    }

    /// DESNZ 2025: 0.0459 kg from the well to the tank of what arrives and 0.00397 of what is lost,
    /// 0.01853 for what is lost itself.
    @Test
    void theFuelsOfWhatIsLostAddToTheLosses() {
        assertThat(upstreamOfElectricity(2025, "GB"))
                .containsEntry("electricity-transmission-losses", "18.53")
                .containsEntry("electricity-transmission-losses-well-to-tank", "3.97");
    }

    @Test
    void aFactorForAllOfTransmissionTakesNoOtherPublishersFuels() {
        assertThat(upstreamOfElectricity(2024, "CN"))
                .containsEntry("electricity-transmission-with-losses", "32.7")
                .doesNotContainKey("electricity-transmission-losses-well-to-tank");
    }

    /// Kilograms by activity of 1,000 kWh.
    private static Map<String, String> upstreamOfElectricity(int year, String country) {
        var company =
                new Company(year)
                        .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "1000", Unit.KWH)
                        .in(country);
        return company.inventory().results().stream()
                .filter(result -> result.scope() == Scope.SCOPE_3)
                .collect(
                        Collectors.toMap(
                                EmissionResult::activity,
                                result ->
                                        result.emission()
                                                .kilograms()
                                                .stripTrailingZeros()
                                                .toPlainString()));
    }
}

package org.netzero.energy.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.meter.Meter;
import org.netzero.energy.meter.MeteredEnergy;
import org.netzero.energy.plant.ExpectedYield;
import org.netzero.energy.plant.Plant;
import org.netzero.energy.plant.PlantTechnology;
import org.netzero.energy.plant.SeparateProduction;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class PerformanceTest {

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private static Plant plant(String commissioned, Optional<LocalDate> decommissioned) {
        return new Plant(
                "plant",
                "A plant",
                "site",
                PlantTechnology.WIND,
                Quantity.of("1", Unit.MW),
                Optional.empty(),
                LocalDate.parse(commissioned),
                decommissioned,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Span days(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Optional<BigDecimal> kwh(String text) {
        return Optional.of(new BigDecimal(text));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2022-03-01, 2022-04-01, 743",
        "Europe/Berlin, 2022-10-01, 2022-11-01, 745",
        "Asia/Shanghai, 2022-03-01, 2022-04-01, 744",
        "Asia/Shanghai, 2021-01-01, 2022-01-01, 7296"
    })
    void hoursInOperationAreThoseOfTheClockFromCommissioningOn(
            String zone, String from, String to, long hours) {
        InOperation operation =
                InOperation.of(
                                plant("2021-03-03", Optional.empty()),
                                days(from, to),
                                ZoneId.of(zone),
                                LATER)
                        .orElseThrow();
        assertThat(operation.seconds()).isEqualTo(hours * 3_600);
    }

    @Test
    void nothingIsInOperationBeforeAfterwardsOrInTheFuture() {
        ZoneId zone = ZoneId.of("UTC");
        Plant old = plant("2020-01-01", Optional.of(LocalDate.of(2021, 1, 1)));
        assertThat(InOperation.of(old, days("2019-01-01", "2020-01-01"), zone, LATER)).isEmpty();
        assertThat(InOperation.of(old, days("2021-01-01", "2022-01-01"), zone, LATER)).isEmpty();
        assertThat(
                        InOperation.of(
                                old,
                                days("2020-06-01", "2020-07-01"),
                                zone,
                                LocalDate.of(2020, 6, 1)))
                .isEmpty();
    }

    /// 950 kW of 1 MW, flat.
    private static MeteredEnergy.Measured flat(String from, int days) {
        LocalDate first = LocalDate.parse(from);
        return new MeteredEnergy.Measured(
                new Meter(
                        "meter",
                        "site",
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.ON_SITE_WIND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first),
                        Optional.empty(),
                        Optional.of("plant"),
                        Optional.empty()),
                Optional.of(first),
                IntStream.range(0, days)
                        .mapToObj(day ->
                                new MeteredEnergy.Day(
                                        first.plusDays(day), 24 * 950 * 3_600_000L, 24 * 60))
                        .toList());
    }

    private static PlantBook book(
            Plant plant, List<MeteredEnergy.Measured> meters, List<EnergyItem> items) {
        return new PlantBook(
                plant,
                List.of(),
                ZoneId.of("UTC"),
                meters,
                items,
                new HeatingValues().defaultSet(),
                SourceRankings.DEFAULT);
    }

    private static EnergyItem recorded(String mwh, Span days) {
        return new EnergyItem(
                new Series("site", EnergyCarrier.ELECTRICITY, EnergySource.ON_SITE_WIND),
                false,
                days,
                Evidence.INVOICED,
                Quantity.of(mwh, Unit.MWH),
                1,
                List.of(days));
    }

    @Test
    void capacityFactorIsOfTheSameDaysAboveAndBelow() {
        // Given the second day of a month, not over yet
        PlantBook running =
                book(
                        plant("2020-01-01", Optional.empty()),
                        List.of(flat("2022-05-01", 2)),
                        List.of());
        // When
        Performance month =
                Performance.of(
                        running, days("2022-05-01", "2022-06-01"), LocalDate.parse("2022-05-02"));
        // Then
        assertThat(month.generatedKwh()).contains(new BigDecimal("45600"));
        assertThat(month.generatedInOperationKwh()).contains(new BigDecimal("22800"));
        assertThat(month.isAboveCapacity()).isFalse();
    }

    @Test
    void whatIsGeneratedAfterDecommissioningIsInNoRatio() {
        PlantBook old =
                book(
                        plant("2020-01-01", Optional.of(LocalDate.parse("2022-05-11"))),
                        List.of(flat("2022-05-01", 31)),
                        List.of());
        Performance month = Performance.of(old, days("2022-05-01", "2022-06-01"), LATER);
        assertThat(month.generatedInOperationKwh()).contains(new BigDecimal("228000"));
        assertThat(month.isAboveCapacity()).isFalse();
    }

    @Test
    void recordsOfTheMonthOfCommissioningCountAndThoseThatReachBeyondTodayDoNot() {
        PlantBook recorded =
                book(
                        plant("2022-04-16", Optional.empty()),
                        List.of(),
                        List.of(
                                recorded("1", days("2022-03-01", "2022-04-01")),
                                recorded("300", days("2022-04-01", "2022-05-01")),
                                recorded("600", days("2022-05-01", "2022-06-01"))));
        Span year = days("2022-01-01", "2023-01-01");
        assertThat(
                        Performance.of(recorded, year, LocalDate.parse("2022-05-02"))
                                .generatedInOperationKwh())
                .contains(new BigDecimal("300000"));
        assertThat(
                        Performance.of(recorded, year, LocalDate.parse("2022-06-01"))
                                .generatedInOperationKwh())
                .contains(new BigDecimal("900000"));
    }

    @Test
    void expectedYieldIsOfTheDaysInOperation() {
        var leapYear = new InOperation(days("2020-02-15", "2020-03-11"), ZoneId.of("UTC"));
        assertThat(
                        leapYear.expectedKwh(
                                new ExpectedYield(
                                        new BigDecimal("366"), List.of(), "a simulation")))
                .isEqualByComparingTo("25");
        List<BigDecimal> months =
                IntStream.rangeClosed(1, 12).mapToObj(BigDecimal::valueOf).toList();
        // 15 of 29 days of February, 10 of 31 of March
        assertThat(
                        leapYear.expectedKwh(
                                new ExpectedYield(new BigDecimal("78"), months, "a simulation")))
                .isEqualByComparingTo("2.002224694105");
    }

    @Test
    void aYearHasTwelveMonths() {
        assertThatThrownBy(() ->
                        new ExpectedYield(BigDecimal.ONE, List.of(BigDecimal.ONE), "a simulation"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 months, not 1");
    }

    /// 1 − 1 / (CHP Hη / Ref Hη + CHP Eη / Ref Eη), Directive 2012/27/EU, Annex II (b).
    @ParameterizedTest
    @MethodSource("seeds")
    void savingOfHeatAndPowerIsThatOfTheDirective(int seed) {
        var random = new Random(seed);
        BigDecimal fuel = BigDecimal.valueOf(1_000 + random.nextInt(9_000));
        BigDecimal power = BigDecimal.valueOf(1 + random.nextInt(500));
        BigDecimal heat = BigDecimal.valueOf(1 + random.nextInt(500));
        BigDecimal referencePower = BigDecimal.valueOf(30 + random.nextInt(30), 2);
        BigDecimal referenceHeat = BigDecimal.valueOf(70 + random.nextInt(30), 2);
        var made =
                new Cogeneration(
                        Optional.of(fuel), Optional.of(power), Optional.of(heat), Optional.empty());
        Ratio saving =
                made.primaryEnergySaving(
                                new SeparateProduction(
                                        Optional.of(referencePower),
                                        Optional.of(referenceHeat),
                                        Optional.empty(),
                                        "an example"))
                        .orElseThrow();
        MathContext exact = MathContext.DECIMAL64;
        BigDecimal efficiencies =
                heat.divide(fuel, exact)
                        .divide(referenceHeat, exact)
                        .add(power.divide(fuel, exact).divide(referencePower, exact));
        BigDecimal directive = BigDecimal.ONE.subtract(BigDecimal.ONE.divide(efficiencies, exact));
        assertThat(saving.part().divide(saving.whole(), exact).subtract(directive).abs())
                .as("seed %d", seed)
                .isLessThan(new BigDecimal("0.0000000001"));
    }

    @Test
    void anOutputWithoutAReferenceHasNoSaving() {
        var made = new Cogeneration(kwh("100"), kwh("30"), kwh("50"), kwh("5"));
        assertThat(
                        made.primaryEnergySaving(
                                new SeparateProduction(
                                        kwh("0.5"), kwh("0.9"), Optional.empty(), "an example")))
                .isEmpty();
        var withoutHeat =
                new Cogeneration(kwh("100"), kwh("30"), Optional.empty(), Optional.empty());
        assertThat(
                        withoutHeat.primaryEnergySaving(
                                new SeparateProduction(
                                        kwh("0.5"), kwh("0.9"), Optional.empty(), "an example")))
                .isEmpty();
        assertThat(withoutHeat.overallEfficiency()).isEmpty();
        assertThat(made.isAboveFuel()).isFalse();
        assertThat(
                        new Cogeneration(kwh("100"), kwh("60"), kwh("50"), Optional.empty())
                                .isAboveFuel())
                .isTrue();
    }

    @Test
    void aPlantWithoutCapacityIsNone() {
        assertThatThrownBy(() ->
                        new Plant(
                                "plant",
                                "A plant",
                                "site",
                                PlantTechnology.WIND,
                                Quantity.of("0", Unit.MW),
                                Optional.empty(),
                                LATER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.netzero.datacenter.effectiveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.FUEL;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.effectiveness.Footprint.Part;
import org.netzero.datacenter.effectiveness.GridFactor.Method;
import org.netzero.datacenter.metering.MeasuringRole;

class FootprintTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final GridFactor AVERAGE = factor(Method.LOCATION_BASED, "0.5");
    private static final GridFactor RESIDUAL = factor(Method.MARKET_RESIDUAL, "0.6");

    private static GridFactor factor(Method method, String kg) {
        return new GridFactor(
                method,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                new BigDecimal(kg),
                Optional.of("AR5_100"),
                Optional.of(true),
                "f-" + method,
                "test-1",
                "CN",
                false,
                "Somebody",
                "A table");
    }

    private static RoleAmount whole(String kwh) {
        return new RoleAmount(new BigDecimal(kwh), BigDecimal.ONE, BigDecimal.ONE);
    }

    private static FacilityHour hour(int i, Map<MeasuringRole, RoleAmount> byRole) {
        return new FacilityHour(START.plusSeconds(3_600L * i), byRole, Set.of());
    }

    /// Two hours, 500 kWh each in and 400 kWh for IT.
    private static List<FacilityHour> twoHours() {
        return List.of(
                hour(0, Map.of(FACILITY_INPUT, whole("500"), IT, whole("400"))),
                hour(1, Map.of(FACILITY_INPUT, whole("500"), IT, whole("400"))));
    }

    private static SiteInstrument instrument(
            String kind, String kwh, boolean retired, boolean meets, boolean sells) {
        return new SiteInstrument(
                "a-" + kind + kwh + retired,
                kind + "-1",
                "site",
                kind,
                true,
                sells,
                DAY,
                DAY.plusDays(1),
                new BigDecimal(kwh),
                BigDecimal.ZERO,
                retired,
                meets,
                Optional.empty());
    }

    private static Supply supply(
            List<GridFactor> factors,
            List<SiteInstrument> instruments,
            Optional<Boolean> renewable,
            Optional<Supply.FuelFactor> fuel) {
        return new Supply(ZoneOffset.UTC, factors, instruments, renewable, fuel, false);
    }

    private static Footprint of(
            List<FacilityHour> hours, int ofHours, Boundary side, Supply supply) {
        return Footprint.of(
                List.of(
                        new Part(
                                START,
                                START.plusSeconds(3_600L * ofHours),
                                HourSums.of(hours),
                                Optional.of(BigDecimal.ONE))),
                side,
                supply);
    }

    private static Footprint day(List<FacilityHour> hours, SiteInstrument... instruments) {
        return of(
                hours,
                24,
                Boundary.OUTSIDE,
                supply(
                        List.of(AVERAGE, RESIDUAL),
                        List.of(instruments),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void bothMethodsDivideTheCo2eByTheItEnergy() {
        // a twelfth of the day is known, and so much of what is allocated to the day
        Footprint footprint = day(twoHours(), instrument("GO", "4800", true, true, false));

        assertThat(footprint.cueLocationBased()).contains(new BigDecimal("0.625000"));
        assertThat(footprint.coveredKwh()).isEqualByComparingTo("400");
        assertThat(footprint.cueMarketBased()).contains(new BigDecimal("0.450000"));
        assertThat(footprint.ref()).contains(new BigDecimal("0.400000"));
        assertThat(footprint.factors()).containsExactly(AVERAGE, RESIDUAL);
        assertThat(footprint.missingCue()).isEmpty();
        assertThat(footprint.missingRef()).isEmpty();
    }

    @Test
    void moreThanWasDrawnCoversNoMoreThanThat() {
        Footprint footprint = day(twoHours(), instrument("GO", "48000", true, true, false));

        assertThat(footprint.cueMarketBased()).contains(new BigDecimal("0.000000"));
        assertThat(footprint.ref()).contains(new BigDecimal("1.000000"));
    }

    @Test
    void whatOnePartHasTooMuchOfCoversNothingOfAnother() {
        Instant next = START.plusSeconds(24 * 3_600L);
        var first = new Part(START, next, HourSums.of(twoHours()), Optional.of(BigDecimal.ONE));
        var second =
                new Part(
                        next,
                        next.plusSeconds(24 * 3_600L),
                        HourSums.of(
                                List.of(
                                        hour(
                                                24,
                                                Map.of(
                                                        FACILITY_INPUT,
                                                        whole("500"),
                                                        IT,
                                                        whole("400"))),
                                        hour(
                                                25,
                                                Map.of(
                                                        FACILITY_INPUT,
                                                        whole("500"),
                                                        IT,
                                                        whole("400"))))),
                        Optional.of(BigDecimal.ONE));
        // 2,000 of the first day's 1,000, and its attributes are renewable
        Supply supply =
                supply(
                        List.of(AVERAGE, RESIDUAL),
                        List.of(instrument("GO", "24000", true, true, false)),
                        Optional.empty(),
                        Optional.empty());

        Footprint both = Footprint.of(List.of(first, second), Boundary.OUTSIDE, supply);

        assertThat(both.coveredKwh()).isEqualByComparingTo("1000");
        assertThat(both.cueMarketBased()).contains(new BigDecimal("0.375000"));
        assertThat(both.ref()).contains(new BigDecimal("0.500000"));
        assertThat(both.retiredByKind()).containsEntry("GO", new BigDecimal("2000").setScale(12));
        // as its parts
        Footprint one = Footprint.of(List.of(first), Boundary.OUTSIDE, supply);
        Footprint other = Footprint.of(List.of(second), Boundary.OUTSIDE, supply);
        assertThat(one.kgMarket().orElseThrow().add(other.kgMarket().orElseThrow()))
                .isEqualByComparingTo(both.kgMarket().orElseThrow());
    }

    @Test
    void anUnknownShareOfTheSiteIsNeitherAllNorNothing() {
        var part =
                new Part(
                        START,
                        START.plusSeconds(24 * 3_600L),
                        HourSums.of(twoHours()),
                        Optional.empty());

        Footprint retired = shared(part, instrument("GO", "4800", true, true, false));
        assertThat(retired.ref()).isEmpty();
        assertThat(retired.cueMarketBased()).isEmpty();
        assertThat(retired.cueLocationBased()).contains(new BigDecimal("0.625000"));
        assertThat(retired.missingRef()).containsExactly(Missing.SITE_SHARE_UNKNOWN);
        assertThat(retired.missingCue()).containsExactly(Missing.SITE_SHARE_UNKNOWN);

        // what covers nothing and is not retired takes nothing away
        Footprint idle = shared(part, instrument("GO", "4800", false, false, false));
        assertThat(idle.ref()).contains(new BigDecimal("0.000000"));
        assertThat(idle.cueMarketBased()).contains(new BigDecimal("0.750000"));
    }

    private static Footprint shared(Part part, SiteInstrument instrument) {
        return Footprint.of(
                List.of(part),
                Boundary.OUTSIDE,
                supply(
                        List.of(AVERAGE, RESIDUAL),
                        List.of(instrument),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatIsNotRetiredCoversConsumptionButIsNotRenewableEnergyOwned() {
        Footprint footprint = day(twoHours(), instrument("GO", "4800", false, true, false));

        assertThat(footprint.cueMarketBased()).contains(new BigDecimal("0.450000"));
        assertThat(footprint.ref()).contains(new BigDecimal("0.000000"));
        assertThat(footprint.missingRef()).containsExactly(Missing.NOT_RETIRED);
    }

    @Test
    void whatDoesNotMeetTheCriteriaCoversNothing() {
        Footprint footprint = day(twoHours(), instrument("GO", "4800", true, false, false));

        assertThat(footprint.cueMarketBased()).contains(new BigDecimal("0.750000"));
        assertThat(footprint.missingCue()).containsExactly(Missing.CRITERIA_NOT_MET);
    }

    @Test
    void withoutAFactorThereIsNoCueAndNotZero() {
        Footprint footprint =
                of(
                        twoHours(),
                        24,
                        Boundary.OUTSIDE,
                        supply(List.of(), List.of(), Optional.empty(), Optional.empty()));

        assertThat(footprint.cueLocationBased()).isEmpty();
        assertThat(footprint.cueMarketBased()).isEmpty();
        assertThat(footprint.missingCue())
                .containsExactlyInAnyOrder(Missing.NO_GRID_FACTOR, Missing.NO_RESIDUAL_MIX);
    }

    @Test
    void withoutAResidualMixTheGridsAverageStandsForItAndThatIsSaid() {
        Footprint footprint =
                of(
                        twoHours(),
                        24,
                        Boundary.OUTSIDE,
                        supply(List.of(AVERAGE), List.of(), Optional.empty(), Optional.empty()));

        assertThat(footprint.cueMarketBased()).contains(new BigDecimal("0.625000"));
        assertThat(footprint.missingCue()).containsExactly(Missing.NO_RESIDUAL_MIX);
    }

    @Test
    void fuelCountsOnlyByAStatedFactor() {
        List<FacilityHour> hours =
                List.of(
                        hour(
                                0,
                                Map.of(
                                        FACILITY_INPUT, whole("1000"),
                                        IT, whole("800"),
                                        FUEL, whole("100"))));
        Supply without = supply(List.of(AVERAGE), List.of(), Optional.empty(), Optional.empty());
        Supply with =
                supply(
                        List.of(AVERAGE),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new Supply.FuelFactor(new BigDecimal("0.2"), "a table")));

        assertThat(of(hours, 24, Boundary.OUTSIDE, without).cueLocationBased()).isEmpty();
        assertThat(of(hours, 24, Boundary.OUTSIDE, without).missingCue())
                .contains(Missing.FUEL_FACTOR_UNKNOWN);
        assertThat(of(hours, 24, Boundary.OUTSIDE, with).cueLocationBased())
                .contains(new BigDecimal("0.650000"));
    }

    @Test
    void heatAmongWhatEntersLeavesNoFactorForIt() {
        Footprint footprint =
                of(
                        twoHours(),
                        24,
                        Boundary.OUTSIDE,
                        new Supply(
                                ZoneOffset.UTC,
                                List.of(AVERAGE, RESIDUAL),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                true));

        assertThat(footprint.cueLocationBased()).isEmpty();
        assertThat(footprint.missingCue()).containsExactly(Missing.OTHER_CARRIERS);
    }

    @Test
    void ownGenerationIsKeptHourByHourAndCountsOnlyWhatIsKnownToBeRenewable() {
        List<FacilityHour> hours =
                List.of(
                        hour(
                                0,
                                Map.of(
                                        FACILITY_INPUT, whole("500"),
                                        IT, whole("400"),
                                        ON_SITE_GENERATION, whole("900"))),
                        hour(
                                1,
                                Map.of(
                                        FACILITY_INPUT, whole("500"),
                                        IT, whole("400"),
                                        ON_SITE_GENERATION, whole("0"))));
        Supply notStated = supply(List.of(AVERAGE), List.of(), Optional.empty(), Optional.empty());
        Supply solar = supply(List.of(AVERAGE), List.of(), Optional.of(true), Optional.empty());
        Supply sold =
                supply(
                        List.of(AVERAGE),
                        List.of(instrument("GO", "2400", true, true, true)),
                        Optional.of(true),
                        Optional.empty());

        // of 900 generated in the first hour 500 were used, though 900 would have been over both
        assertThat(of(hours, 24, Boundary.OUTSIDE, solar).keptKwh()).isEqualByComparingTo("500");
        assertThat(of(hours, 24, Boundary.OUTSIDE, solar).ref())
                .contains(new BigDecimal("0.500000"));
        assertThat(of(hours, 24, Boundary.OUTSIDE, solar).cueLocationBased())
                .contains(new BigDecimal("0.312500"));
        assertThat(of(hours, 24, Boundary.OUTSIDE, sold).ref())
                .contains(new BigDecimal("0.300000"));
        assertThat(of(hours, 24, Boundary.OUTSIDE, notStated).ref())
                .contains(new BigDecimal("0.000000"));
        assertThat(of(hours, 24, Boundary.OUTSIDE, notStated).missingRef())
                .contains(Missing.GENERATION_UNKNOWN);
    }

    @Test
    void thePowerOfAPlantInsideIsNoneOfWhatEnters() {
        List<FacilityHour> hours =
                List.of(
                        hour(
                                0,
                                Map.of(
                                        FACILITY_INPUT, whole("200"),
                                        ON_SITE_GENERATION, whole("800"),
                                        FUEL, whole("0"),
                                        IT, whole("400"))));
        Footprint plant = of(hours, 24, Boundary.INSIDE, generating(Optional.of(false)));
        Footprint solar = of(hours, 24, Boundary.INSIDE, generating(Optional.of(true)));
        Footprint unknown = of(hours, 24, Boundary.INSIDE, generating(Optional.empty()));

        assertThat(plant.keptKwh()).isEqualByComparingTo("0");
        assertThat(plant.gridKwh()).isEqualByComparingTo("200");
        assertThat(solar.gridKwh()).isEqualByComparingTo("0");
        assertThat(unknown.gridKwh()).isEqualByComparingTo("200");
        assertThat(unknown.missingRef()).contains(Missing.GENERATION_UNKNOWN);
    }

    private static Supply generating(Optional<Boolean> renewable) {
        return supply(List.of(AVERAGE), List.of(), renewable, Optional.empty());
    }

    @Test
    void whatIsHeldHasNoFigureButTheReason() {
        Footprint held =
                day(twoHours(), instrument("GO", "4800", true, true, false))
                        .held(Missing.HELD_BALANCE);

        assertThat(held.ref()).isEmpty();
        assertThat(held.cueLocationBased()).isEmpty();
        assertThat(held.cueMarketBased()).isEmpty();
        assertThat(held.missingCue()).containsExactly(Missing.HELD_BALANCE);
        assertThat(held.missingRef()).containsExactly(Missing.HELD_BALANCE);
        assertThat(held.facilityKwh()).isEqualByComparingTo("1000");
    }

    @Test
    void hoursWithoutASeriesThatThereIsAreLeftOut() {
        List<FacilityHour> hours =
                List.of(
                        hour(
                                0,
                                Map.of(
                                        FACILITY_INPUT, whole("500"),
                                        IT, whole("400"),
                                        ON_SITE_GENERATION, whole("100"))),
                        hour(1, Map.of(FACILITY_INPUT, whole("500"), IT, whole("400"))));

        assertThat(day(hours).hours()).isEqualTo(1);
        assertThat(day(List.of()).ref()).isEmpty();
        assertThat(day(List.of()).missingRef()).contains(Missing.NO_WHOLE_HOUR);
    }

    @Test
    void fuelEntersOnOneSideOfTheBoundaryOnlyAndNeverTwice() {
        List<FacilityHour> hours =
                List.of(
                        hour(
                                0,
                                Map.of(
                                        FACILITY_INPUT, whole("900"),
                                        IT, whole("800"),
                                        FUEL, whole("300"),
                                        ON_SITE_GENERATION, whole("250"),
                                        HEAT_EXPORT, whole("200"))));
        var outside = new Effectiveness(HourSums.of(hours), 1, Boundary.OUTSIDE);
        var inside = new Effectiveness(HourSums.of(hours), 1, Boundary.INSIDE);

        // neither own generation nor reused heat lowers what is divided
        assertThat(outside.pue()).contains(new BigDecimal("1.125000"));
        assertThat(inside.pue()).contains(new BigDecimal("1.500000"));
        assertThat(inside.facilityKwh()).contains(new BigDecimal("1200"));
    }

    @Test
    void aBoundaryWithFuelInsideHasNoPueWithoutIt() {
        var inside = new Effectiveness(HourSums.of(twoHours()), 2, Boundary.INSIDE);

        assertThat(inside.pue()).isEmpty();
        assertThat(inside.facilityKwh()).isEmpty();
        assertThat(inside.completeness()).contains(new BigDecimal("0.000000"));
    }

    @Test
    void moreThanAFilledTwentiethIsNotValid() {
        var hours = new ArrayList<FacilityHour>();
        for (int i = 0; i < 10; i++) {
            String measured = i == 0 ? "0" : "1";
            hours.add(
                    hour(
                            i,
                            Map.of(
                                    FACILITY_INPUT,
                                    new RoleAmount(
                                            BigDecimal.TEN,
                                            new BigDecimal(measured),
                                            BigDecimal.ONE),
                                    IT,
                                    whole("8"))));
        }
        var filled = new Effectiveness(hours, 10);
        assertThat(filled.gapShare()).contains(new BigDecimal("0.050000"));
        assertThat(filled.flags(true)).doesNotContain(IndicatorFlag.ESTIMATED_ABOVE_5_PERCENT);

        hours.removeLast();
        assertThat(new Effectiveness(hours, 10).flags(true))
                .contains(IndicatorFlag.ESTIMATED_ABOVE_5_PERCENT);
        assertThat(new Effectiveness(List.of(), 10).gapShare()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stretchesTogetherGiveWhatTheirHoursGive(long seed) {
        var random = new Random(seed);
        var hours = new ArrayList<FacilityHour>();
        for (int i = 0; i < 200; i++) {
            var roles = new EnumMap<MeasuringRole, RoleAmount>(MeasuringRole.class);
            for (MeasuringRole role :
                    List.of(FACILITY_INPUT, IT, WATER, HEAT_EXPORT, ON_SITE_GENERATION)) {
                if (random.nextInt(10) > 0) {
                    BigDecimal covered = random.nextInt(5) > 0 ? BigDecimal.ONE : half();
                    BigDecimal measured = random.nextInt(5) > 0 ? covered : BigDecimal.ZERO;
                    roles.put(
                            role,
                            new RoleAmount(
                                    BigDecimal.valueOf(random.nextInt(1_000)), measured, covered));
                }
            }
            hours.add(hour(i, roles));
        }
        int cut = 1 + random.nextInt(198);
        HourSums together =
                HourSums.together(
                        List.of(
                                HourSums.of(hours.subList(0, cut)),
                                HourSums.of(hours.subList(cut, 200))));

        var one = new Effectiveness(HourSums.of(hours), 200, Boundary.OUTSIDE);
        var other = new Effectiveness(together, 200, Boundary.OUTSIDE);

        assertThat(List.of(other.pue(), other.wue(), other.erf(), other.ere(), other.input()))
                .as("seed %d", seed)
                .isEqualTo(List.of(one.pue(), one.wue(), one.erf(), one.ere(), one.input()));
        assertThat(other.amountByRole()).as("seed %d", seed).isEqualTo(one.amountByRole());
        assertThat(other.gapShare()).as("seed %d", seed).isEqualTo(one.gapShare());
        assertThat(other.measuredHours()).as("seed %d", seed).isEqualTo(one.measuredHours());
    }

    private static BigDecimal half() {
        return new BigDecimal("0.5");
    }

    @Test
    void aNegativeFactorIsRefused() {
        assertThatThrownBy(() -> factor(Method.LOCATION_BASED, "-0.1"))
                .hasMessageContaining("-0.1");
    }

    @Test
    void theFleetsOtherIndicatorsAreSumsDividedBySumsOfThoseWhoMeasuredThem() {
        var fleet =
                new Fleet(
                        List.of(
                                member("a", Optional.empty(), "100", "1000"),
                                member("b", Optional.empty(), "900", "3000"),
                                member("c", Optional.of(Fleet.Reason.PARTIAL), "1", "1"),
                                member("d", Optional.empty(), "", "")));

        Fleet.Weighted wue =
                Optional.ofNullable(fleet.energyWeighted().get(Fleet.Indicator.WUE)).orElseThrow();
        assertThat(wue.value()).contains(new BigDecimal("0.250000"));
        assertThat(wue.facilities()).isEqualTo(2);
        assertThat(wue.leftOut())
                .containsExactly(
                        new Fleet.LeftOut("c", Fleet.Reason.PARTIAL),
                        new Fleet.LeftOut("d", Fleet.Reason.NOT_MEASURED));
        assertThat(
                        Optional.ofNullable(fleet.energyWeighted().get(Fleet.Indicator.REF))
                                .orElseThrow()
                                .value())
                .isEmpty();
    }

    @Test
    void aStatedPueBringsNoHeldEnergiesBackAndSettlesNoConflict() {
        Map<Fleet.Indicator, Fleet.Ratio> ratios =
                Map.of(Fleet.Indicator.ERF, new Fleet.Ratio(BigDecimal.ONE, BigDecimal.TEN));
        var fleet =
                new Fleet(
                        List.of(
                                stated("a", Fleet.Reason.HELD_BALANCE, ratios),
                                stated("b", Fleet.Reason.BOUNDARY_CONFLICT, ratios)));

        assertThat(fleet.included()).extracting(Fleet.Member::datacenterId).containsExactly("a");
        assertThat(fleet.leftOut())
                .containsExactly(new Fleet.LeftOut("b", Fleet.Reason.BOUNDARY_CONFLICT));
        Fleet.Weighted erf =
                Optional.ofNullable(fleet.energyWeighted().get(Fleet.Indicator.ERF)).orElseThrow();
        assertThat(erf.value()).isEmpty();
        assertThat(erf.leftOut()).contains(new Fleet.LeftOut("a", Fleet.Reason.HELD_BALANCE));
    }

    private static Fleet.Member stated(
            String id, Fleet.Reason against, Map<Fleet.Indicator, Fleet.Ratio> ratios) {
        return new Fleet.Member(
                id,
                true,
                Optional.of(new BigDecimal("1.3")),
                Optional.of(new BigDecimal("0.5")),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(against),
                ratios);
    }

    private static Fleet.Member member(
            String id, Optional<Fleet.Reason> against, String litres, String kwh) {
        return new Fleet.Member(
                id,
                true,
                Optional.of(new BigDecimal("1.3")),
                Optional.of(new BigDecimal("0.5")),
                Optional.of(new BigDecimal("1.3")),
                Optional.of(BigDecimal.ONE),
                false,
                against,
                litres.isEmpty()
                        ? Map.of()
                        : Map.of(
                                Fleet.Indicator.WUE,
                                new Fleet.Ratio(new BigDecimal(litres), new BigDecimal(kwh))));
    }
}

package org.netzero.datacenter.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.quality.FacilityFindings.UnbalancedHour;
import org.netzero.platform.input.Interval;

class FindingsOfHoursTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Interval MONTH = new Interval(MARCH, APRIL);

    private static Instant hour(int number) {
        return MARCH.plus(Duration.ofHours(number));
    }

    private static FlaggedHour flagged(String point, int hour, HourFlag... flags) {
        return flagged(point, MeasuringRole.IT, hour, flags);
    }

    private static FlaggedHour flagged(
            String point, MeasuringRole role, int hour, HourFlag... flags) {
        return flagged(point, role, MeasuredQuantity.ENERGY_COUNTER, hour, flags);
    }

    private static FlaggedHour flagged(
            String point,
            MeasuringRole role,
            MeasuredQuantity quantity,
            int hour,
            HourFlag... flags) {
        return new FlaggedHour(
                point,
                role,
                quantity,
                hour(hour),
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Set.of(flags));
    }

    private static List<Finding> findings(List<FlaggedHour> hours) {
        Set<Instant> always =
                IntStream.range(-24, 800)
                        .mapToObj(FindingsOfHoursTest::hour)
                        .collect(Collectors.toSet());
        return new PointFindings(MONTH, always, 6).of(hours);
    }

    private static List<FlaggedHour> unchanged(String point, MeasuringRole role, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(hour -> flagged(point, role, hour, HourFlag.UNCHANGED))
                .toList();
    }

    @Test
    void neighbouringHoursAreOneFindingAndOthersAnother() {
        List<Finding> findings =
                findings(
                        List.of(
                                flagged("a", 3, HourFlag.COUNTER_RESET),
                                flagged("a", 4, HourFlag.COUNTER_RESET),
                                flagged("a", 9, HourFlag.COUNTER_RESET),
                                flagged("b", 4, HourFlag.COUNTER_RESET)));

        assertThat(findings)
                .extracting(Finding::pointId, Finding::start, Finding::until, Finding::hours)
                .containsExactly(
                        tuple(Optional.of("a"), hour(3), hour(5), 2),
                        tuple(Optional.of("a"), hour(9), hour(10), 1),
                        tuple(Optional.of("b"), hour(4), hour(5), 1));
        assertThat(findings.getFirst().message())
                .isEqualTo(
                        "'a' started anew near 0; the new value counts as the difference: 2 hours, of which 2 measured and 2 known, 20 kWh counted");
        assertThat(findings.getLast().message())
                .endsWith(": 1 hour, of which 1 measured and 1 known, 10 kWh counted");
    }

    @Test
    void theOrderOfHoursDoesNotMatter() {
        var hours = new ArrayList<>(unchanged("a", MeasuringRole.IT, 10, 30));
        hours.add(flagged("a", 40, HourFlag.ROLLOVER));
        hours.add(flagged("b", 41, HourFlag.DROPOUT));
        List<Finding> expected = findings(hours);

        Collections.shuffle(hours, new Random(3));

        assertThat(findings(hours)).isEqualTo(expected).hasSize(3);
    }

    @Test
    void aPointIsStuckFromSixHoursOn() {
        assertThat(findings(unchanged("a", MeasuringRole.IT, 10, 15))).isEmpty();
        assertThat(findings(unchanged("a", MeasuringRole.IT, 10, 16)))
                .extracting(Finding::code)
                .containsExactly(FindingCode.STUCK);
    }

    @ParameterizedTest
    @CsvSource({"FLOW,10 L counted", "TEMPERATURE,10 °C·h counted"})
    void conditionsAreNeverStuckAndCountNoEnergy(MeasuredQuantity quantity, String counted) {
        List<FlaggedHour> still =
                IntStream.range(10, 30)
                        .mapToObj(hour ->
                                flagged(
                                        "t",
                                        MeasuringRole.COOLING,
                                        quantity,
                                        hour,
                                        HourFlag.UNCHANGED))
                        .toList();
        assertThat(findings(still)).isEmpty();
        assertThat(
                        findings(
                                List.of(
                                        flagged(
                                                "t",
                                                MeasuringRole.COOLING,
                                                quantity,
                                                3,
                                                HourFlag.DROPOUT))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith(counted));
    }

    @Test
    void whatBeganInTheMonthBeforeIsStuckFromTheFirstHourOn() {
        assertThat(findings(unchanged("a", MeasuringRole.IT, -5, 1)))
                .extracting(Finding::start, Finding::hours)
                .containsExactly(tuple(hour(0), 1));
        assertThat(findings(unchanged("a", MeasuringRole.IT, -12, 0))).isEmpty();
    }

    @Test
    void aPointAtRestIsNotStuckWhileTheFacilityIsAtRest() {
        assertThat(
                        new PointFindings(MONTH, Set.of(), 6)
                                .of(unchanged("a", MeasuringRole.IT, 10, 30)))
                .isEmpty();
        assertThat(findings(unchanged("g", MeasuringRole.ON_SITE_GENERATION, 10, 30))).isEmpty();
    }

    @Test
    void aStepThatIsLeftOutForAKnownCauseIsOneFinding() {
        assertThat(
                        findings(
                                List.of(
                                        flagged("a", 1, HourFlag.QUARANTINED, HourFlag.UNIT_JUMP),
                                        flagged("b", 1, HourFlag.QUARANTINED, HourFlag.WRONG_SIGN),
                                        flagged("c", 1, HourFlag.QUARANTINED))))
                .extracting(Finding::code)
                .containsExactly(
                        FindingCode.UNIT_JUMP, FindingCode.WRONG_SIGN, FindingCode.IMPOSSIBLE_STEP);
    }

    @Test
    void hoursOutOfBalanceSayByHowMuch() {
        List<Finding> findings =
                FacilityFindings.ofBalance(
                        List.of(unbalanced(0, "90", "100"), unbalanced(1, "95", "100")));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.PUE_BELOW_ONE, FindingCode.SUBMETERS_ABOVE_MAIN);
        assertThat(findings.getFirst().message())
                .endsWith("2 hours, IT 200 kWh, facility input 185 kWh");
        assertThat(findings.getLast().hours()).isEqualTo(1);
    }

    private static UnbalancedHour unbalanced(int number, String input, String it) {
        var main = new BigDecimal(input);
        var sub = new BigDecimal(it);
        return new UnbalancedHour(
                hour(number),
                main,
                sub,
                main,
                Optional.of(sub),
                sub.compareTo(main.multiply(new BigDecimal("1.06"))) > 0);
    }

    @Test
    void aFindingThatGrowsStaysTheSame() {
        Finding before = findings(unchanged("a", MeasuringRole.IT, 10, 20)).getFirst();
        Finding after = findings(unchanged("a", MeasuringRole.IT, 8, 30)).getFirst();
        Finding another = findings(unchanged("a", MeasuringRole.IT, 40, 50)).getFirst();

        assertThat(before.isAnotherStateOf(after)).isTrue();
        assertThat(before.isAnotherStateOf(another)).isFalse();
    }
}

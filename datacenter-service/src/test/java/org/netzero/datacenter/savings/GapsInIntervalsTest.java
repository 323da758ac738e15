package org.netzero.datacenter.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.regression.BaselineModel;
import org.netzero.datacenter.regression.Observations;
import org.netzero.datacenter.regression.Resolution;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

class GapsInIntervalsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 40;
    private static final BigDecimal LOAD = BigDecimal.valueOf(1_000);

    private static Interval day(int number) {
        Instant start = START.plus(Duration.ofDays(number));
        return new Interval(start, start.plus(1, ChronoUnit.DAYS));
    }

    private static Baseline.Model model(Baseline.Variable.Kind kind) {
        var variable =
                new Baseline.Variable(
                        kind,
                        Optional.of(new Baseline.Temperature(Optional.empty(), Optional.of("w"))),
                        Optional.of(BigDecimal.TEN));
        return new Baseline.Model(
                MeasuringRole.FACILITY_INPUT,
                Period.parse("2026-01"),
                Resolution.DAY,
                List.of(variable),
                Optional.empty(),
                new BigDecimal("0.9"),
                Optional.empty());
    }

    /// A constant load, and days that are one warmer than the other.
    private static List<Conditions.Row> rows(Baseline.Model model, boolean withGaps) {
        NavigableMap<Instant, BigDecimal> energy = new TreeMap<>();
        NavigableMap<Instant, BigDecimal> temperature = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = withGaps && day % 3 == 0 ? 1 : 0; hour < 24; hour++) {
                Instant start = day(day).start().plus(Duration.ofHours(hour));
                energy.put(start, LOAD);
                temperature.put(start, BigDecimal.valueOf(11 + day % 7));
            }
        }
        var rows = new ArrayList<Conditions.Row>();
        for (int day = 0; day < DAYS; day++) {
            Conditions.row(model, energy, List.of(temperature), day(day)).ifPresent(rows::add);
        }
        return rows;
    }

    private static BaselineModel fit(List<Conditions.Row> rows) {
        return BaselineModel.fit(
                new Observations(
                        List.of("t"),
                        rows.stream().map(Conditions.Row::wholeKwh).toList(),
                        rows.stream().map(Conditions.Row::variables).toList()),
                Resolution.DAY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Baseline.Variable.Kind.class,
            names = {"TEMPERATURE", "COOLING_DEGREE_HOURS"})
    void aConstantLoadWithGapsSavesNothing(Baseline.Variable.Kind kind) {
        Baseline.Model model = model(kind);
        List<Conditions.Row> gaps = rows(model, true);
        assertThat(gaps).hasSize(DAYS);
        assertThat(gaps.getFirst().hours()).isEqualTo(23);

        for (boolean fittedToGaps : List.of(false, true)) {
            BaselineModel fitted = fit(rows(model, fittedToGaps));
            for (Conditions.Row row : gaps) {
                assertThat(Savings.expectedKwh(fitted, row))
                        .isCloseTo(row.energyKwh().doubleValue(), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Baseline.Variable.Kind.class)
    void sumsAreOfTheWholeInterval(Baseline.Variable.Kind kind) {
        Baseline.Model model = model(kind);
        assertThat(rows(model, true))
                .zipSatisfy(
                        rows(model, false),
                        (gap, whole) ->
                                assertThat(gap.variables().getFirst())
                                        .isCloseTo(whole.variables().getFirst(), within(1e-9)));
    }
}

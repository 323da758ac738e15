package org.netzero.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.energy.grid.MarketBasedEmissions.Covered;
import org.netzero.energy.grid.MarketBasedEmissions.Hour;

/// The Texas region of 2022, EIA-930, see `timeseries/README.md`: solar power of the region bought
/// for a load, as many kWh as it generated MWh. Its average stands for the residual mix.
class MarketBasedEmissionsTest {

    private static final long J_PER_KWH = 3_600_000;

    private static final List<String[]> TEXAS = texas();

    private static List<String[]> texas() {
        try (var file =
                        Objects.requireNonNull(
                                MarketBasedEmissionsTest.class.getResourceAsStream(
                                        "/timeseries/eia930-tx_2022.csv"));
                var text =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static GridIntensity intensity(String[] row) {
        BigDecimal generation =
                Arrays.stream(row, 1, 9)
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GridIntensity(new BigDecimal(row[9]), true, Optional.of(generation));
    }

    private static long[] sun() {
        return TEXAS.stream().mapToLong(row -> Long.parseLong(row[2]) * J_PER_KWH).toArray();
    }

    private static long[] flat(long kwh) {
        var load = new long[TEXAS.size()];
        Arrays.fill(load, kwh * J_PER_KWH);
        return load;
    }

    /// Solar power at a rate of zero.
    private static MarketBasedEmissions of(long[] load) {
        long[] sun = sun();
        List<Hour> hours =
                IntStream.range(0, load.length)
                        .mapToObj(hour ->
                                new Hour(
                                        load[hour],
                                        Math.min(load[hour], sun[hour]),
                                        intensity(TEXAS.get(hour))))
                        .toList();
        long covered = hours.stream().mapToLong(Hour::covered).sum();
        long all = Arrays.stream(sun).sum();
        return MarketBasedEmissions.of(
                        hours,
                        Covered.at(covered, BigDecimal.ZERO),
                        Covered.at(all, BigDecimal.ZERO).upTo(Arrays.stream(load).sum()),
                        TEXAS.stream().map(MarketBasedEmissionsTest::intensity).toList())
                .orElseThrow();
    }

    @Test
    void solarPowerForAFlatLoadCoversAYearByVolumeAndNotItsNights() {
        MarketBasedEmissions flat = of(flat(2_702));
        assertThat(flat.drawnJoules()).isEqualTo(23_669_520L * J_PER_KWH);
        assertThat(flat.coveredAnnualJoules()).isEqualTo(23_666_350L * J_PER_KWH);
        assertThat(flat.coveredHourlyJoules()).isEqualTo(10_510_376L * J_PER_KWH);
        // Σ avg_CI · (2,702 − min(2,702, SUN)), and 3,170 kWh at 353.0517618248 g/kWh
        assertThat(flat.hourlyKg().doubleValue()).isEqualTo(4_561_708.505780863, within(1e-3));
        assertThat(flat.annualKg().doubleValue()).isEqualTo(1_119.174084984674, within(1e-6));
    }

    @Test
    void aLoadInTheShapeOfTheSunIsCoveredByItInEveryHour() {
        MarketBasedEmissions solar = of(sun());
        assertThat(solar.coveredHourlyJoules()).isEqualTo(solar.drawnJoules());
        assertThat(solar.hourlyKg()).isEqualByComparingTo("0");
        assertThat(solar.annualKg()).isEqualByComparingTo("0");
    }

    @Test
    void whatIsCoveredEmitsAtTheRateItsInstrumentConveys() {
        Covered biomass = Covered.at(10 * J_PER_KWH, new BigDecimal("0.2"));
        assertThat(biomass.kg()).isEqualByComparingTo("2");
        assertThat(biomass.upTo(5 * J_PER_KWH).kg()).isEqualByComparingTo("1");
        assertThat(biomass.upTo(20 * J_PER_KWH)).isEqualTo(biomass);
    }

    @Test
    void moreThanIsDrawnIsNotCovered() {
        GridIntensity rest = intensity(TEXAS.getFirst());
        assertThatThrownBy(() -> new Hour(1, 2, rest)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hour(1, -1, rest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAnyHourThereAreNoEmissionsRatherThanZero() {
        assertThat(
                        MarketBasedEmissions.of(
                                List.of(),
                                Covered.NOTHING,
                                Covered.NOTHING,
                                List.of(intensity(TEXAS.getFirst()))))
                .isEmpty();
    }
}

package org.netzero.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The Texas region of 2022, EIA-930, see `timeseries/README.md`.
class LoadEmissionsTest {

    private static final long J_PER_KWH = 3_600_000;

    private static final List<String[]> TEXAS = texas();

    private static List<String[]> texas() {
        try (var file =
                        Objects.requireNonNull(
                                LoadEmissionsTest.class.getResourceAsStream(
                                        "/timeseries/eia930-tx_2022.csv"));
                var text =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static GridIntensity intensity(String[] row, boolean withMix) {
        BigDecimal generation =
                Arrays.stream(row, 1, 9)
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GridIntensity(
                new BigDecimal(row[9]), true, withMix ? Optional.of(generation) : Optional.empty());
    }

    private static LoadEmissions of(Function<String[], Long> kwh, boolean withMix) {
        return LoadEmissions.of(
                        TEXAS.stream()
                                .map(row ->
                                        new LoadEmissions.Hour(
                                                kwh.apply(row) * J_PER_KWH,
                                                intensity(row, withMix)))
                                .toList(),
                        TEXAS.stream().map(row -> intensity(row, withMix)).toList())
                .orElseThrow();
    }

    private static double gramsPerKwh(BigDecimal kg, LoadEmissions emissions) {
        return kg.doubleValue() * 1_000 * J_PER_KWH / emissions.loadJoules();
    }

    @Test
    void aFlatLoadEmitsTheMeanOfTheHours() {
        LoadEmissions flat = of(row -> 1_000L, false);
        assertThat(flat.hours()).isEqualTo(8_760);
        assertThat(flat.co2OnlyHours()).isEqualTo(8_760);
        assertThat(flat.weightedByGeneration()).isFalse();
        // the mean of the column avg_CI is 347.2018810526943730707762557 g/kWh
        assertThat(flat.meanGramsPerKwh()).isEqualByComparingTo("347.201881052694");
        assertThat(gramsPerKwh(flat.hourlyKg(), flat)).isEqualTo(347.201881052694, within(1e-9));
        assertThat(flat.hourlyKg().subtract(flat.averageKg()).abs())
                .isLessThan(new BigDecimal("0.000001"));
    }

    @Test
    void withTheMixOnFileTheAverageIsThatOfAllThatWasGenerated() {
        LoadEmissions flat = of(row -> 1_000L, true);
        assertThat(flat.weightedByGeneration()).isTrue();
        // Σ avg_CI · generation / Σ generation = 353.0517618248182503501152482 g/kWh
        assertThat(flat.meanGramsPerKwh()).isEqualByComparingTo("353.051761824818");
        assertThat(gramsPerKwh(flat.averageKg(), flat)).isEqualTo(353.051761824818, within(1e-9));
        assertThat(gramsPerKwh(flat.hourlyKg(), flat)).isEqualTo(347.201881052694, within(1e-9));
    }

    @Test
    void aLoadInTheShapeOfTheSunEmitsWhatItsHoursDid() {
        // a thousandth of the region's solar generation: Σ avg_CI · SUN / Σ SUN =
        // 353.4183609863139… g/kWh
        LoadEmissions solar = of(row -> Long.parseLong(row[2]), true);
        assertThat(solar.loadJoules()).isEqualTo(23_666_350L * J_PER_KWH);
        assertThat(gramsPerKwh(solar.hourlyKg(), solar)).isEqualTo(353.418360986314, within(1e-9));
        assertThat(gramsPerKwh(solar.averageKg(), solar)).isEqualTo(353.051761824818, within(1e-9));
    }

    @Test
    void withoutAnyHourThereAreNoEmissionsRatherThanZero() {
        assertThat(LoadEmissions.of(List.of(), List.of(intensity(TEXAS.getFirst(), true))))
                .isEmpty();
    }
}

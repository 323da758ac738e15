package org.netzero.datacenter.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.regression.BaselineRefused.Reason;

class BaselineModelTest {

    /// y, x of Norris, NIST Statistical Reference Datasets, linear regression, lower difficulty.
    private static final double[][] NORRIS = {
        {0.1, 0.2}, {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1}, {228.1, 226.5},
        {668.5, 666.3}, {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4},
        {0.1, 0.6}, {778.1, 775.5}, {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6},
        {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8}, {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3},
        {0.6, 0.3}, {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2}, {998.5, 999.0}, {778.9, 779.0},
        {10.2, 11.1}, {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9}, {0.2, 0.5},
    };

    /// y, x1 to x6 of Longley, NIST Statistical Reference Datasets, linear regression, higher
    /// difficulty.
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962},
    };

    private static Observations observations(double[][] rows) {
        return new Observations(
                IntStream.range(1, rows[0].length).mapToObj(i -> "x" + i).toList(),
                Arrays.stream(rows).map(row -> row[0]).toList(),
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).skip(1).boxed().toList())
                        .toList());
    }

    /// kWh of hours at a temperature and a load: 40 + 2 T + 1.2 IT, and a little noise.
    private static Observations hours(int count, int seed) {
        var random = new Random(seed);
        var y = new ArrayList<Double>();
        var x = new ArrayList<List<Double>>();
        for (int i = 0; i < count; i++) {
            double temperature = 15 + 10 * random.nextGaussian();
            double it = 100 + 10 * random.nextGaussian();
            x.add(List.of(temperature, it));
            y.add(40 + 2 * temperature + 1.2 * it + random.nextGaussian());
        }
        return new Observations(List.of("TEMPERATURE", "IT_ENERGY"), y, x);
    }

    private static void assertRelative(double actual, double certified, double tolerance) {
        assertThat(actual).isCloseTo(certified, within(Math.abs(certified) * tolerance));
    }

    @Test
    void norrisComesOutAsCertified() {
        LeastSquares fit = LeastSquares.fit(observations(NORRIS));

        assertRelative(fit.terms().get(0).estimate(), -0.262323073774029, 1e-10);
        assertRelative(fit.terms().get(0).standardError(), 0.232818234301152, 1e-10);
        assertRelative(fit.terms().get(1).estimate(), 1.00211681802045, 1e-12);
        assertRelative(fit.terms().get(1).standardError(), 0.429796848199937E-03, 1e-10);
        assertRelative(fit.rootMeanSquareError(), 0.884796396144373, 1e-10);
        assertRelative(fit.rSquared(), 0.999993745883712, 1e-12);
        assertThat(fit.count()).isEqualTo(36);
        assertThat(fit.parameters()).isEqualTo(2);
    }

    @Test
    void longleyComesOutAsCertified() {
        double[] estimates = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807E-01,
            1829.15146461355
        };
        double[] errors = {
            890420.383607373,
            84.9149257747669,
            0.334910077722432E-01,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };

        LeastSquares fit = LeastSquares.fit(observations(LONGLEY));

        for (int i = 0; i < estimates.length; i++) {
            assertRelative(fit.terms().get(i).estimate(), estimates[i], 1e-7);
            assertRelative(fit.terms().get(i).standardError(), errors[i], 1e-7);
        }
        assertRelative(fit.rootMeanSquareError(), 304.854073561965, 1e-8);
        assertRelative(fit.rSquared(), 0.995479004577296, 1e-9);
        assertRelative(fit.adjustedRSquared(), 1 - (1 - 0.995479004577296) * 15 / 9, 1e-9);
    }

    @Test
    void variablesThatFollowEachOtherAreNoBaseline() {
        // Longley's coefficients can be computed, but not relied upon
        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> BaselineModel.fit(observations(LONGLEY), Resolution.MONTH))
                .matches(refused -> refused.reason() == Reason.COLLINEAR)
                .withMessageContaining("variance inflation 135.5");
    }

    @Test
    void aVariableThatIsAMultipleOfAnotherIsRefused() {
        Observations hours = hours(200, 3);
        var doubled =
                new Observations(
                        List.of("T", "2T"),
                        hours.y(),
                        hours.x().stream()
                                .map(row -> List.of(row.get(0), 2 * row.get(0)))
                                .toList());

        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> BaselineModel.fit(doubled, Resolution.HOUR))
                .matches(refused -> refused.reason() == Reason.COLLINEAR);
    }

    @Test
    void aVariableThatNeverChangesTeachesNothing() {
        Observations hours = hours(200, 4);
        var constant =
                new Observations(
                        List.of("T", "C"),
                        hours.y(),
                        hours.x().stream().map(row -> List.of(row.get(0), 18.0)).toList());

        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> BaselineModel.fit(constant, Resolution.HOUR))
                .matches(refused -> refused.reason() == Reason.VARIABLE_DOES_NOT_VARY)
                .withMessageStartingWith("C is 18.0");
    }

    @Test
    void tooFewIntervalsAreRefused() {
        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> BaselineModel.fit(hours(29, 5), Resolution.HOUR))
                .matches(refused -> refused.reason() == Reason.TOO_FEW_INTERVALS)
                .withMessageContaining("29 whole intervals")
                .withMessageContaining("needs 30");
        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> BaselineModel.fit(hours(11, 5), Resolution.MONTH))
                .matches(refused -> refused.reason() == Reason.TOO_FEW_INTERVALS);
        assertThatExceptionOfType(BaselineRefused.class)
                .isThrownBy(() -> LeastSquares.fit(hours(3, 5)))
                .matches(refused -> refused.reason() == Reason.TOO_FEW_INTERVALS);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Observations(List.of("T"), List.of(1.0), List.of(List.of(1.0, 2.0))));
    }

    @Test
    void theModelFindsTheRuleBehindTheData() {
        BaselineModel model = BaselineModel.fit(hours(2_000, 6), Resolution.HOUR);

        assertThat(model.fit().terms().get(1).estimate()).isCloseTo(2, within(0.02));
        assertThat(model.fit().terms().get(2).estimate()).isCloseTo(1.2, within(0.02));
        assertThat(model.fit().rootMeanSquareError()).isCloseTo(1, within(0.1));
        assertThat(model.fit().normalisedMeanBiasError()).isCloseTo(0, within(1e-9));
        assertThat(model.varianceInflation()).allMatch(factor -> factor < 1.1);
        assertThat(model.covers(List.of(15.0, 100.0))).isTrue();
        assertThat(model.covers(List.of(95.0, 100.0))).isFalse();
    }

    @Test
    void theUncertaintyIsThatOfGuideline14() {
        LeastSquares fit = LeastSquares.fit(hours(365, 7));

        SavingUncertainty months = SavingUncertainty.of(fit, Resolution.MONTH, 0.90, 12, 12);
        SavingUncertainty hours = SavingUncertainty.of(fit, Resolution.HOUR, 0.90, 8_760, 12);

        // t(0.95; 362) = 1.6491; k = −0.00022·144 + 0.03306·12 + 0.94054
        assertThat(months.t()).isCloseTo(1.6491, within(1e-4));
        assertThat(months.k()).isCloseTo(1.30558, within(1e-9));
        assertThat(months.ofBaseline())
                .isCloseTo(
                        1.6491 * 1.30558 * fit.cvRmse() * Math.sqrt((1 + 2 / 365.0) / 12),
                        within(1e-6));
        assertThat(hours.k()).isEqualTo(1.26);
        assertThat(hours.ofBaseline()).isLessThan(months.ofBaseline());
    }

    /// The uncertainty of a known saving: of many seeded years, about so many are within it as the
    /// confidence says.
    @Test
    void aboutAsManySavingsAreWithinTheUncertaintyAsTheConfidenceSays() {
        int within = 0;
        int runs = 400;
        for (int seed = 0; seed < runs; seed++) {
            LeastSquares fit = LeastSquares.fit(hours(120, 10_000 + seed));
            Observations after = hours(60, 50_000 + seed);
            double baseline = 0;
            double truth = 0;
            for (int i = 0; i < after.count(); i++) {
                baseline += fit.predict(after.x().get(i));
                truth += after.y().get(i);
            }
            double half =
                    SavingUncertainty.of(fit, Resolution.HOUR, 0.90, after.count(), 1).ofBaseline()
                            * baseline;
            if (Math.abs(baseline - truth) <= half) {
                within++;
            }
        }
        assertThat(within / (double) runs).isBetween(0.85, 0.97);
    }
}

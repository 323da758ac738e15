package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrowthRuleTest {

    private static final GrowthRule RULE = GrowthRule.OF_OTHERS;

    @Test
    void onePairOfYearsIsNoTrend() {
        double change = Math.log(4_308_960 / 3_128_144.0);
        GrowthRule.Growth growth = RULE.growth(history(2020, 3_128_144, 4_308_960));
        assertThat(growth.initialGrowthPerYear())
                .isCloseTo(change * 0.0049 / (0.0049 + 0.01), within(1e-12))
                .isLessThan(change / 3);
    }

    @Test
    void steadyGrowthIsBelievedTheMoreTheLongerItLasts() {
        double two = RULE.growth(steady(3, 0.1)).initialGrowthPerYear();
        double five = RULE.growth(steady(6, 0.1)).initialGrowthPerYear();
        assertThat(two).isPositive().isLessThan(five);
        assertThat(five).isLessThan(0.1).isGreaterThan(0.09);
    }

    @Test
    void oneOddYearHardlyMovesTheGrowth() {
        double steady = RULE.growth(steady(7, 0.05)).initialGrowthPerYear();
        SortedMap<Integer, Double> odd = new TreeMap<>(steady(7, 0.05));
        odd.merge(2003, 0.75, (value, factor) -> value * factor);
        assertThat(RULE.growth(odd).initialGrowthPerYear()).isCloseTo(steady, within(0.012));
        assertThat(Math.abs(Math.log(0.75))).isGreaterThan(0.28);
    }

    @Test
    void aStructuralBreakStartsTheHistoryAnew() {
        GrowthRule.Growth growth = RULE.growth(history(2019, 18.8, 19.0, 172.1, 275.4));
        assertThat(growth.since()).isEqualTo(2021);
        assertThat(growth.changes()).isEqualTo(1);
    }

    @Test
    void aMissingYearIsABreakAndNotInterpolated() {
        SortedMap<Integer, Double> history = new TreeMap<>(history(2018, 100, 150));
        history.put(2021, 160.0);
        GrowthRule.Growth growth = RULE.growth(history);
        assertThat(growth.since()).isEqualTo(2021);
        assertThat(growth.initialGrowthPerYear()).isZero();
    }

    @Test
    void growthIsTheSameInEveryUnit() {
        SortedMap<Integer, Double> tonnes = history(2019, 11.2, 13.1, 12.4, 14.9);
        SortedMap<Integer, Double> kilotonnes = new TreeMap<>();
        tonnes.forEach((year, value) -> kilotonnes.put(year, value / 1000));
        assertThat(RULE.growth(kilotonnes).initialGrowthPerYear())
                .isCloseTo(RULE.growth(tonnes).initialGrowthPerYear(), within(1e-12));
    }

    @Test
    void dampedGrowthSettles() {
        SortedMap<Integer, Double> history = steady(6, 0.1);
        double rate = RULE.growth(history).initialGrowthPerYear();
        double last = history.sequencedValues().getLast();
        assertThat(RULE.project(history, 0.8, 1)).isCloseTo(last * Math.exp(rate), within(1e-9));
        assertThat(RULE.project(history, 0.8, 500))
                .isCloseTo(last * Math.exp(rate * 5), within(1e-9));
    }

    @Test
    void aHistoryWithoutAnyOrWithoutPositiveValuesIsRefused() {
        assertThatThrownBy(() -> RULE.growth(new TreeMap<>()))
                .hasMessageContaining("at least one year");
        assertThatThrownBy(() -> RULE.growth(history(2019, 3, 0)))
                .hasMessageContaining("2020 is 0.0");
        assertThatThrownBy(() -> RULE.growth(history(2019, 3, Double.NaN)))
                .hasMessageContaining("2020 is NaN");
    }

    static SortedMap<Integer, Double> history(int first, double... values) {
        SortedMap<Integer, Double> history = new TreeMap<>();
        for (double value : values) {
            history.put(first + history.size(), value);
        }
        return history;
    }

    private static SortedMap<Integer, Double> steady(int years, double rate) {
        SortedMap<Integer, Double> history = new TreeMap<>();
        for (int i = 0; i < years; i++) {
            history.put(2000 + i, 100 * Math.exp(rate * i));
        }
        return history;
    }
}

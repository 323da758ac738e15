package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void theTrendOfASteadySeriesIsItsMeanRate() {
        Trend.Of trend = (Trend.Of) Trend.of(series(2019, 100, 110, 105, 121));
        assertThat(trend.growthPerYear()).isCloseTo(Math.log(1.21) / 3, within(1e-12));
        assertThat(trend.evidence().source())
                .isEqualTo("Logarithmic mean growth 2019 to 2022: ln(121 / 100) / 3 = 0.0635.");
        assertThat(trend.driver(0.01, 0.8).initialGrowthPerYear()).isEqualTo(trend.growthPerYear());
    }

    /// The restated scope 1 of the published company: 18,797.8, 172,137.9 and 275,373.5 t.
    @Test
    void noTrendGoesThroughAJumpOfTheValue() {
        Trend trend = Trend.of(series(2021, 18_797.8, 172_137.9, 275_373.5));
        assertThat(trend).isInstanceOf(Trend.Unknown.class);
        assertThat(trend.breaks())
                .containsExactly(
                        new StructuralBreak(
                                2022,
                                "ln(172,137.9 / 18,797.8) / 1 = 2.2146 a year is beyond ±0.7"));
        assertThat(((Trend.Unknown) trend).reason())
                .isEqualTo("2 of 3 values lie after the last break; a trend takes 3");
    }

    @Test
    void noTrendGoesThroughAChangeOfTheBoundary() {
        List<StructuralBreak.Point> series = new ArrayList<>(series(2019, 100, 101, 102, 103));
        series.set(3, new StructuralBreak.Point(2022, 103, "with the new subsidiary"));
        assertThat(Trend.of(series)).isInstanceOf(Trend.Unknown.class);
        assertThat(Trend.of(series).breaks().getFirst().reason())
                .isEqualTo("the boundary changed from group to with the new subsidiary");
    }

    @Test
    void aTrendBeginsAfterTheLastBreak() {
        Trend.Of trend = (Trend.Of) Trend.of(series(2018, 10, 100, 110, 121));
        assertThat(trend.fromYear()).isEqualTo(2019);
        assertThat(trend.growthPerYear()).isCloseTo(Math.log(1.1), within(1e-12));
    }

    @Test
    void aGapOfYearsIsMeasuredByTheYear() {
        List<StructuralBreak.Point> series =
                List.of(
                        new StructuralBreak.Point(2015, 100, "group"),
                        new StructuralBreak.Point(2017, 300, "group"));
        assertThat(StructuralBreak.in(series)).isEmpty();
    }

    @Test
    void theOrderOfTheSeriesDoesNotMatter() {
        List<StructuralBreak.Point> series = series(2018, 10, 100, 110, 121);
        assertThat(Trend.of(series.reversed())).isEqualTo(Trend.of(series));
    }

    @Test
    void onePairOfYearsIsNeverATrend() {
        assertThat(Trend.of(series(2020, 100, 110))).isInstanceOf(Trend.Unknown.class);
    }

    @Test
    void refusesTwoValuesOfOneYear() {
        List<StructuralBreak.Point> twice = new ArrayList<>(series(2020, 100, 110));
        twice.addAll(series(2020, 100));
        assertThatThrownBy(() -> Trend.of(twice)).isInstanceOf(DuplicateEntry.class);
    }

    @Test
    void aProjectionSaysWhereItsInventoriesBreak() {
        Inventory base = inventory(2021, 18_797.8, 1_000, 1_000, 1_000, 1_000, 0, 0, 1);
        Inventory later = inventory(2022, 172_137.9, 1_000, 1_000, 1_000, 1_000, 0, 0, 1);
        assertThat(
                        Roadmap.project(
                                        withoutGrowth(),
                                        base,
                                        new Actuals(Optional.empty(), List.of(later)))
                                .remarks())
                .contains(
                        "Scope 1 breaks in 2022: ln(172,137.9 / 18,797.8) / 1 = 2.2146 a year is beyond ±0.7. No trend goes through it.");
    }

    private static List<StructuralBreak.Point> series(int from, double... values) {
        List<StructuralBreak.Point> series = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            series.add(new StructuralBreak.Point(from + i, values[i], "group"));
        }
        return series;
    }
}

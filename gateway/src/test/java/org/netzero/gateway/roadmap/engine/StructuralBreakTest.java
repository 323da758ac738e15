package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuralBreakTest {

    /// The restated scope 1 of the published company: 18,797.8, 172,137.9 and 275,373.5 t.
    @Test
    void aJumpOfTheValueIsABreak() {
        assertThat(StructuralBreak.in(series(2021, 18_797.8, 172_137.9, 275_373.5)))
                .containsExactly(
                        new StructuralBreak(
                                2022,
                                "ln(172,137.9 / 18,797.8) / 1 = 2.2146 a year is beyond ±0.7"));
    }

    @Test
    void aChangeOfTheBoundaryIsABreak() {
        List<StructuralBreak.Point> series = new ArrayList<>(series(2019, 100, 101, 102, 103));
        series.set(3, new StructuralBreak.Point(2022, 103, "with the new subsidiary"));
        assertThat(StructuralBreak.in(series).getFirst().reason())
                .isEqualTo("the boundary changed from group to with the new subsidiary");
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
                        "Scope 1 breaks in 2022: ln(172,137.9 / 18,797.8) / 1 = 2.2146 a year is"
                                + " beyond ±0.7. No trend goes through it.");
    }

    private static List<StructuralBreak.Point> series(int from, double... values) {
        List<StructuralBreak.Point> series = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            series.add(new StructuralBreak.Point(from + i, values[i], "group"));
        }
        return series;
    }
}

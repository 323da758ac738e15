package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActualYearsTest {

    private static final Scenario COMMITTED = ShippedScenarios.committed();

    /// The company's published figures of 2023 (2023 report): renewable share 12.4 %, PUE 1.279.
    private static final Inventory YEAR_2023 =
            inventory(
                    2023,
                    275_373.5,
                    2_561_328.3,
                    2_561_328.3,
                    2_957_122,
                    5_127_794.9,
                    28_311.5,
                    604_277.1,
                    1.279);

    private static final Actuals WITH_2023 = new Actuals(Optional.empty(), List.of(YEAR_2023));

    @Test
    void aCompleteInventoryReplacesTheModelledFiguresOfItsYear() {
        ProjectionYear year = in(2023, Roadmap.project(COMMITTED, published2021(), WITH_2023));
        assertThat(year.actual()).isTrue();
        assertThat(year.grossTonnes()).isCloseTo(5_793_823.8, within(1e-6));
        assertThat(year.pue()).isEqualTo(1.279);
    }

    @Test
    void itsDeviationFromTheModelClosesTheSumOfTheWedges() {
        ProjectionYear year = in(2023, Roadmap.project(COMMITTED, published2021(), WITH_2023));
        double wedges = year.wedges().stream().mapToDouble(Wedge::tonnes).sum();
        assertThat(year.baselineTonnes() - wedges + year.deviationTonnes())
                .isCloseTo(year.grossTonnes(), within(1e-6));
        assertThat(year.deviationTonnes()).isPositive();
    }

    @Test
    void laterYearsDoNotContinueFromItAndTheResultSaysSo() {
        Projection with = Roadmap.project(COMMITTED, published2021(), WITH_2023);
        Projection without = Roadmap.project(COMMITTED, published2021(), Actuals.NONE);
        assertThat(with.years().subList(3, 10)).isEqualTo(without.years().subList(3, 10));
        assertThat(with.remarks())
                .anyMatch(remark -> remark.contains("Later years do not continue from it"));
    }

    @Test
    void theMissingPaceOfTheRenewableShareIsSaidPlainly() {
        assertThat(Roadmap.project(COMMITTED, published2021(), WITH_2023).remarks())
                .contains(
                        "Target green-electricity needs 12.53 points of renewable share a year from 2023 (12.27 %) to 2030; 5.38 points a year since 2021.");
    }

    @Test
    void withoutALaterInventoryEveryLaterYearIsSaidToBeModelled() {
        Projection projection = Roadmap.project(COMMITTED, published2021(), Actuals.NONE);
        assertThat(projection.years())
                .filteredOn(ProjectionYear::actual)
                .extracting(ProjectionYear::year)
                .containsExactly(2021);
        assertThat(projection.remarks())
                .contains(
                        "No complete inventory of a year after 2021 is on file: every later year is modelled.");
    }

    @Test
    void refusesTwoInventoriesOfOneYear() {
        assertThatThrownBy(() -> new Actuals(Optional.empty(), List.of(YEAR_2023, YEAR_2023)))
                .isInstanceOf(DuplicateEntry.class)
                .hasMessageContaining("2023");
    }
}

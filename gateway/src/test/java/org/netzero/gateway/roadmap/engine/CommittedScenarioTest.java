package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;

import org.junit.jupiter.api.Test;

/// The shipped scenario on the published inventory of 2021, against values worked out by hand.
class CommittedScenarioTest {

    private static final Projection PROJECTION =
            Roadmap.project(ShippedScenarios.committed(), published2021(), Actuals.NONE);

    /// Scope 1 and 3 grow by exp(9 · 0.01 + 0.02 · (1 − 0.8^9) / 0.2) = exp(0.176578227).
    private static final double OTHER_GROWTH = Math.exp(0.1765782272);

    private static final double ELECTRICITY_GROWTH = Math.exp(0.535908695891);

    @Test
    void theBaselineOf2030GrowsWithoutAnyMeasure() {
        double electricity = 4_311_294 * ELECTRICITY_GROWTH;
        double baseline = (15_282.54 + 2_743_000) * OTHER_GROWTH + (electricity - 65_334) * 0.5942;
        assertThat(in(2030, PROJECTION).baselineTonnes()).isCloseTo(baseline, within(0.01));
    }

    /// Heat recovery is deployed to seven eighths by then.
    @Test
    void thePlanOf2030LeavesMostOfScope1AndSeventyPercentOfScope3() {
        ProjectionYear year = in(2030, PROJECTION);
        assertThat(year.scope1Tonnes())
                .isCloseTo(15_282.54 * OTHER_GROWTH * (1 - 0.2 * 0.875), within(0.01));
        assertThat(year.scope3Tonnes()).isCloseTo(2_743_000 * OTHER_GROWTH * 0.7, within(0.01));
        assertThat(year.scope2MarketTonnes()).isZero();
        assertThat(year.electricityMwh())
                .isCloseTo(
                        4_311_294 * ELECTRICITY_GROWTH * (1 - 0.0019) * (0.9 * 1.25 / 1.32 + 0.1),
                        within(0.01));
    }

    @Test
    void greenElectricityIsShownBesideItsLocationBasedEmissions() {
        ProjectionYear year = in(2030, PROJECTION);
        double own = 2_334 + (1 - (1 - 0.00495) * (1 - 0.0005)) * year.electricityMwh();
        double purchased = year.electricityMwh() - own;
        assertThat(year.renewableShare()).isEqualTo(1);
        assertThat(year.scope2LocationTonnes())
                .isCloseTo(purchased * 0.5568 * Math.pow(1 - 0.0238, 9), within(0.01));
    }

    @Test
    void theTargetPathEndsInTheValidatedAbsoluteTargets() {
        assertThat(in(2030, PROJECTION).targetTonnes().orElseThrow())
                .isCloseTo(746_951.67 + 2_367_359.26, within(1e-6));
    }

    @Test
    void everyAssumptionOfThePlanIsMarkedAsSuch() {
        assertThat(ShippedScenarios.committed().levers())
                .extracting(lever -> lever.evidence().provenance())
                .containsOnly(Provenance.ESTIMATED);
        assertThat(PROJECTION.remarks())
                .contains(
                        "Planned, not yet delivered or measured: pue, tri-generation, heat-recovery, supply-chain,"
                                + " onsite-pv, storage, green-power.");
    }

    @Test
    void theScope3TargetIsSaidToBeLessThanThirtyPercentBelowThisInventory() {
        assertThat(PROJECTION.remarks())
                .contains(
                        "Target scope-3 of 2,367,359 t is 13.69 % below the 2,743,000 t of the base inventory. Its source: Validated"
                                + " science-based target: -30 % absolute against the restated 2021 figure of 3,381,941.8 t"
                                + " (published later than the report for 2021).");
    }
}

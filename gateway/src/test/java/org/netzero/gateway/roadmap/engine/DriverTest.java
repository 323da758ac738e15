package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverTest {

    @ParameterizedTest
    @CsvSource({"0.0781,0.02,0.9", "0.03,0.01,0.8", "-0.05,0.02,0.5", "0.04,0.01,1", "0.04,0.01,0"})
    void closedFormEqualsTheSumOfDampedRates(double initial, double longTerm, double damping) {
        Driver driver = new Driver(initial, longTerm, damping, ASSUMED);
        for (int year = 1; year <= 30; year++) {
            double logarithm =
                    year * longTerm + (initial - longTerm) * Driver.dampedYears(year, damping);
            assertThat(Math.log(driver.growths(30)[year])).isCloseTo(logarithm, within(1e-12));
        }
    }

    @Test
    void activityOfTheBaseYearIsUnchanged() {
        assertThat(new Driver(0.0781, 0.02, 0.9, ASSUMED).growths(1)[0]).isEqualTo(1);
    }

    /// Nine years: 9 · 0.02 + 0.0581 · (1 − 0.9^9) / 0.1 = 0.18 + 0.0581 · 6.12579511 =
    /// 0.535908696.
    @Test
    void electricityOfTheShippedScenarioGrowsBySeventyOnePercentTo2030() {
        Driver driver = ShippedScenarios.committed().electricity().driver();
        assertThat(Math.log(driver.growths(9)[9])).isCloseTo(0.535908695891, within(1e-9));
    }

    @Test
    void refusesDampingAboveOneByNameAndRemedy() {
        assertThatThrownBy(() -> new Driver(0.1, 0.1, 1.5, ASSUMED))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("damping is 1.5 and must be 0 to 1")
                .hasMessageContaining("state the share");
    }

    @Test
    void refusesARateThatIsNotANumber() {
        assertThatThrownBy(() -> new Driver(Double.NaN, 0.1, 0.5, ASSUMED))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("initialGrowthPerYear is NaN");
    }
}

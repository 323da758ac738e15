package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    @Test
    void rampsFromItsStartAndStaysFullyDeployed() {
        Deployment deployment = new Deployment(2023, 0.4, 0, OptionalInt.empty());
        assertThat(
                        new double[] {
                            deployment.in(2022),
                            deployment.in(2023),
                            deployment.in(2024),
                            deployment.in(2025)
                        })
                .containsExactly(0, 0.4, 0.8, 1);
        assertThat(deployment.in(2060)).isEqualTo(1);
    }

    @Test
    void leadTimePutsOffTheFirstEffect() {
        Deployment deployment = new Deployment(2023, 0.5, 2, OptionalInt.empty());
        assertThat(new double[] {deployment.in(2024), deployment.in(2025), deployment.in(2026)})
                .containsExactly(0, 0.5, 1);
    }

    @Test
    void nothingIsLeftAfterItsLife() {
        Deployment deployment = new Deployment(2023, 1, 1, OptionalInt.of(2));
        assertThat(
                        new double[] {
                            deployment.in(2023),
                            deployment.in(2024),
                            deployment.in(2025),
                            deployment.in(2026)
                        })
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void aRenewedLeverStaysAfterItsLife() {
        Deployment renewed = new Deployment(2023, 1, 0, OptionalInt.of(2), true, new TreeMap<>());
        assertThat(renewed.in(2027)).isEqualTo(1);
    }

    @Test
    void whatIsWantedComesAsFastAsTheRampAllowsAndStays() {
        Deployment planned =
                new Deployment(
                        2023,
                        0.3,
                        0,
                        OptionalInt.empty(),
                        false,
                        new TreeMap<>(Map.of(2024, 0.4, 2026, 0.1)));
        assertThat(
                        new double[] {
                            planned.in(2023), planned.in(2024), planned.in(2025), planned.in(2026)
                        })
                .containsExactly(0, 0.3, 0.4, 0.4);
    }

    @Test
    void evenDeploymentIsFullInTheTargetYear() {
        assertThat(Deployment.evenly(2021, 2030).in(2030)).isEqualTo(1);
        assertThat(Deployment.evenly(2021, 2030).in(2021)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void refusesARampThatIsNoShareOfAYear(double ramp) {
        assertThatThrownBy(() -> new Deployment(2023, ramp, 0, OptionalInt.empty()))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("rampPerYear is")
                .hasMessageContaining("state the share deployed in a year");
    }

    @Test
    void refusesALifeOfNoYear() {
        assertThatThrownBy(() -> new Deployment(2023, 1, 0, OptionalInt.of(0)))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("lifeYears is 0");
    }
}

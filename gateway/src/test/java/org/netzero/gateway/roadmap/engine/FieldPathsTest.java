package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.cutOfScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.target;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A refusal of a whole tells where in it the field is.
class FieldPathsTest {

    private static final Lever ONE = cutOfScope3("one", LeverNode.SUPPLIER_FACTOR, 0.1);

    @Test
    void ofTheSecondLeverOfOneId() {
        assertPath(() -> withoutGrowth(ONE, ONE), "levers[1].id");
    }

    @Test
    void ofALeverThatStartsTooEarly() {
        assertPath(
                () ->
                        withoutGrowth(
                                ONE,
                                RoadmapFixtures.lever(
                                        "early",
                                        LeverNode.RESIDUAL,
                                        new LeverEffect.Reduction(new Reach.Scope3(), 0.1),
                                        new Deployment(2021, 1, 0, OptionalInt.empty()))),
                "levers[1].deployment.startYear");
    }

    @Test
    void ofATargetBeforeTheBaseYear() {
        Target early =
                new Target(
                        "early",
                        TargetMetric.NET_EMISSIONS,
                        new TargetLevel.Tonnes(0),
                        2020,
                        ASSUMED);
        assertPath(
                () -> withoutGrowth(List.of(), List.of(early), CREDITS_PERMITTED),
                "targets[0].year");
    }

    @Test
    void ofTwoTargetsOfOneMetricAndYear() {
        assertPath(
                () ->
                        withoutGrowth(
                                List.of(),
                                List.of(
                                        target(
                                                "a",
                                                TargetMetric.NET_EMISSIONS,
                                                new TargetLevel.Tonnes(0)),
                                        target(
                                                "b",
                                                TargetMetric.NET_EMISSIONS,
                                                new TargetLevel.Tonnes(1))),
                                CREDITS_PERMITTED),
                "targets[1].year");
    }

    @Test
    void ofTwoLotsOfOneId() {
        CreditLot lot = new CreditLot("lot", 2024, 10, ASSUMED);
        assertPath(
                () ->
                        new OffsetPolicy(
                                true,
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.of(List.of(lot, lot)),
                                ASSUMED),
                "register[1].id");
    }

    @Test
    void aShareWantedAboveOneIsRefused() {
        assertThatThrownBy(() ->
                        new Deployment(
                                2022,
                                1,
                                0,
                                OptionalInt.empty(),
                                false,
                                new TreeMap<>(Map.of(2024, 1.2))))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("wanted.2024 is 1.2 and must be 0 to 1");
    }

    @Test
    void aRenewalWithoutALifeIsRefused() {
        assertThatThrownBy(() ->
                        new Deployment(2022, 1, 0, OptionalInt.empty(), true, new TreeMap<>()))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("state the life after which it is renewed");
    }

    private static void assertPath(ThrowingCallable refused, String path) {
        assertThatThrownBy(refused)
                .isInstanceOf(RoadmapRefusal.class)
                .extracting(thrown -> ((RoadmapRefusal) thrown).path())
                .isEqualTo(path);
    }
}

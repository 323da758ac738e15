package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.facility;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// What was projected by an earlier method is read from what was stored then, so another result of
/// the same scenario and figures has to be another method.
class MethodVersionTest {

    private static final String PINNED =
            "method 3: 5ed0437ce82b2faf04cd65c4a9717f381e23d073c9a568cef540157a54b2b2e1";

    /// On so many the `exp` of different processors agrees.
    private static final MathContext PLACES = new MathContext(9);

    private static final int GENERATED = 20;

    /// More than are always attributed exactly.
    private static final int GENERATED_OF_MANY_LEVERS = 5;

    @Test
    void theSameScenarioAndFiguresHaveTheResultOfThisMethod() throws NoSuchAlgorithmException {
        StringBuilder figures = new StringBuilder();
        for (int seed = 1; seed <= GENERATED; seed++) {
            write(GeneratedRoadmap.of(seed).project(), figures);
        }
        for (int seed = 1; seed <= GENERATED_OF_MANY_LEVERS; seed++) {
            write(GeneratedRoadmap.of(seed, 16).project(), figures);
            write(GeneratedRoadmap.of(seed, 40).project(), figures);
        }
        write(measuredAndDerived(), figures);
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(figures.toString().getBytes(StandardCharsets.UTF_8));
        assertThat("method %d: %s".formatted(MethodVersion.CURRENT, HexFormat.of().formatHex(hash)))
                .withFailMessage(() ->
                        "The engine projects otherwise than by the pinned '%s'. If that is meant, raise MethodVersion.CURRENT and pin 'method %d: %s'; where only the scenarios of this test changed, pin it without raising."
                                .formatted(
                                        PINNED,
                                        MethodVersion.CURRENT,
                                        HexFormat.of().formatHex(hash)))
                .isEqualTo(PINNED);
    }

    private static Projection measuredAndDerived() {
        Driver derived =
                new Driver(
                        0.05,
                        0.01,
                        0.9,
                        new Evidence(Provenance.DERIVED, "From the inventories on file."));
        Scenario scenario =
                new Scenario(
                        "pinned",
                        "Pinned",
                        2021,
                        2030,
                        RoadmapFixtures.electricity(derived),
                        derived,
                        List.of(
                                RoadmapFixtures.lever(
                                        "pue",
                                        LeverNode.EFFICIENCY,
                                        new LeverEffect.PueTarget(1.2)),
                                RoadmapFixtures.lever(
                                        "green",
                                        LeverNode.GREEN_POWER,
                                        new LeverEffect.RenewableShareTarget(0.8)),
                                RoadmapFixtures.cutOfScope3(
                                        "suppliers", LeverNode.SUPPLIER_FACTOR, 0.3)),
                        List.of(),
                        RoadmapFixtures.CREDITS_PERMITTED);
        return Roadmap.project(
                scenario,
                published2021(),
                new Actuals(
                        Optional.of(
                                new Measurements(
                                        2024, List.of(facility("dc", 400_000, 900_000, 2_000)))),
                        List.of(
                                inventory(
                                        2022, 16_000, 2_500_000, 2_600_000, 2_800_000, 4_500_000,
                                        2_400, 70_000, 1.31),
                                inventory(
                                        2023, 17_000, 2_600_000, 2_700_000, 2_900_000, 4_700_000,
                                        2_500, 80_000, 1.3))));
    }

    private static void write(Projection projection, StringBuilder figures) {
        for (ProjectionYear year : projection.years()) {
            figures.append(year.year()).append(' ').append(year.claim().status());
            DoubleStream.concat(
                            DoubleStream.of(
                                    year.baselineTonnes(),
                                    year.scope1Tonnes(),
                                    year.scope2LocationTonnes(),
                                    year.scope2MarketTonnes(),
                                    year.scope3Tonnes(),
                                    year.electricityMwh(),
                                    year.pue(),
                                    year.renewableShare(),
                                    year.creditsNeededTonnes(),
                                    year.creditsTonnes(),
                                    year.netTonnes(),
                                    year.targetTonnes().orElse(-1),
                                    year.targetRenewableShare().orElse(-1)),
                            year.wedges().stream().mapToDouble(Wedge::tonnes))
                    .forEach(value -> figures.append(' ').append(rounded(value)));
            figures.append('\n');
        }
    }

    /// Differences of large numbers that are nothing but rounding are nothing.
    private static String rounded(double value) {
        return Math.abs(value) < 1e-3 && value != 0
                ? "0"
                : new BigDecimal(value).round(PLACES).stripTrailingZeros().toPlainString();
    }
}

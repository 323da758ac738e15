package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/// Offsets last: reductions and renewable electricity have to be on their paths before a credit is
/// used. One test judges the projection of a scenario and every run of it with other inputs.
public final class ClaimRule {

    static final String RULE =
            "Credits only in and after the year of the net target, only for what stays above it,"
                    + " and only if gross emissions and the renewable share are on their paths; they"
                    + " never enter gross emissions or the renewable share.";

    /// Rounding allowed on a path, relative to it.
    private static final double TOLERANCE = 1e-9;

    /// What a year is held against; empty where nothing is asked.
    private record Asked(
            OptionalDouble grossTonnes, OptionalDouble renewableShare, OptionalDouble netTonnes) {

        double neededTonnes(double grossTonnes) {
            return netTonnes.isPresent() ? Math.max(0, grossTonnes - netTonnes.getAsDouble()) : 0;
        }
    }

    /// The figures of a year.
    private record Reached(
            int year, double grossTonnes, double renewableShare, double neededTonnes) {}

    /// @param neededTonnes what stays above the net target
    /// @param creditsTonnes what credits meet of it: all or nothing
    record Outcome(
            Claim claim, double neededTonnes, double creditsTonnes, List<Retirement> retirements) {

        Outcome(Claim claim, double neededTonnes) {
            this(claim, neededTonnes, 0, List.of());
        }
    }

    private final TargetPaths paths;
    private final OffsetPolicy policy;
    private final int baseYear;

    /// By year from the base year on.
    private final List<Asked> asked;

    private ClaimRule(Scenario scenario, TargetPaths paths) {
        this.paths = paths;
        policy = scenario.offsets();
        baseYear = scenario.baseYear();
        asked = new ArrayList<>();
        for (int year = baseYear; year <= scenario.targetYear(); year++) {
            asked.add(
                    new Asked(
                            paths.grossTonnes(year),
                            paths.renewableShare(year),
                            paths.netTonnes(year)));
        }
    }

    static ClaimRule of(Scenario scenario, TargetPaths paths) {
        return new ClaimRule(scenario, paths);
    }

    /// @param base the inventory of the scenario's base year, which its paths start from
    public static ClaimRule of(Scenario scenario, Inventory base) {
        return of(scenario, new TargetPaths(scenario, base));
    }

    TargetPaths paths() {
        return paths;
    }

    /// The credits of the scenario, none of them retired yet.
    CreditsRegister register() {
        return new CreditsRegister(policy.register());
    }

    /// Credits used in each year from the base year to the target year of one run, whose credits
    /// are retired in the order of the years.
    ///
    /// @param grossTonnes by years since the base year
    /// @param renewableShare likewise
    public double[] creditsTonnes(
            IntToDoubleFunction grossTonnes, IntToDoubleFunction renewableShare) {
        CreditsRegister register = register();
        double[] credits = new double[asked.size()];
        for (int y = 0; y < credits.length; y++) {
            Asked of = asked.get(y);
            if (of.netTonnes().isPresent()) {
                double gross = grossTonnes.applyAsDouble(y);
                Reached reached =
                        new Reached(
                                baseYear + y,
                                gross,
                                renewableShare.applyAsDouble(y),
                                of.neededTonnes(gross));
                if (blocks(of, reached, register).isEmpty()) {
                    register.retire(reached.year(), reached.neededTonnes());
                    credits[y] = reached.neededTonnes();
                }
            }
        }
        return credits;
    }

    /// Judges a year after those before it.
    ///
    /// @param register what earlier years left; what this one uses is retired in it
    Outcome judge(int year, double grossTonnes, double renewableShare, CreditsRegister register) {
        Asked of = asked.get(year - baseYear);
        if (of.netTonnes().isEmpty()) {
            return beforeAnyTarget();
        }
        Reached reached =
                new Reached(year, grossTonnes, renewableShare, of.neededTonnes(grossTonnes));
        Set<Claim.Ground> blocks = blocks(of, reached, register);
        if (!blocks.isEmpty()) {
            return new Outcome(
                    new Claim(
                            Claim.Status.BLOCKED,
                            blocks.stream()
                                    .map(block -> reason(block, of, reached, register))
                                    .toList(),
                            List.copyOf(blocks)),
                    reached.neededTonnes());
        }
        return new Outcome(
                allowed(of, reached),
                reached.neededTonnes(),
                reached.neededTonnes(),
                register.retire(year, reached.neededTonnes()));
    }

    private Outcome beforeAnyTarget() {
        return paths.firstNetTargetYear().isPresent()
                ? new Outcome(
                        new Claim(
                                Claim.Status.NOT_YET_DUE,
                                List.of(
                                        "The net target begins in "
                                                + paths.firstNetTargetYear().getAsInt()
                                                + "; no credits are used before it."),
                                List.of(Claim.Ground.NET_TARGET_LATER)),
                        0)
                : new Outcome(
                        new Claim(
                                Claim.Status.NO_NET_TARGET,
                                List.of("The scenario sets no target on net emissions."),
                                List.of(Claim.Ground.NO_NET_TARGET)),
                        0);
    }

    /// The test itself: empty where credits may meet what is needed.
    private Set<Claim.Ground> blocks(Asked of, Reached reached, CreditsRegister register) {
        Set<Claim.Ground> blocks = EnumSet.noneOf(Claim.Ground.class);
        if (of.grossTonnes().isEmpty()) {
            blocks.add(Claim.Ground.NO_GROSS_PATH);
        } else if (reached.grossTonnes() > of.grossTonnes().getAsDouble() * (1 + TOLERANCE)) {
            blocks.add(Claim.Ground.GROSS_ABOVE_PATH);
        }
        if (of.renewableShare().isEmpty()) {
            blocks.add(Claim.Ground.NO_SHARE_PATH);
        } else if (reached.renewableShare() < of.renewableShare().getAsDouble() * (1 - TOLERANCE)) {
            blocks.add(Claim.Ground.SHARE_BELOW_PATH);
        }
        double needed = reached.neededTonnes();
        if (needed == 0) {
            return blocks;
        }
        if (!policy.permitted()) {
            blocks.add(Claim.Ground.NOT_PERMITTED);
        } else if (needed > maximumTonnes()) {
            blocks.add(Claim.Ground.ABOVE_MAXIMUM);
        } else if (needed > register.availableTonnes(reached.year())) {
            blocks.add(Claim.Ground.BEYOND_REGISTER);
        }
        return blocks;
    }

    private double maximumTonnes() {
        return policy.maximumTonnesPerYear().orElse(Double.POSITIVE_INFINITY);
    }

    private String reason(Claim.Ground block, Asked of, Reached reached, CreditsRegister register) {
        return switch (block) {
            case NO_GROSS_PATH ->
                    "No target covers all gross emissions: set one on GROSS_EMISSIONS, or on both"
                            + " SCOPE_1_2 and SCOPE_3.";
            case GROSS_ABOVE_PATH -> {
                double path = of.grossTonnes().orElseThrow();
                yield "Gross emissions of %s are %s above their path of %s."
                        .formatted(
                                Text.tonnes(reached.grossTonnes()),
                                Text.tonnes(reached.grossTonnes() - path),
                                Text.tonnes(path));
            }
            case NO_SHARE_PATH -> "No target sets the renewable share: set one on RENEWABLE_SHARE.";
            case SHARE_BELOW_PATH ->
                    "The renewable share of %s is below its path of %s."
                            .formatted(
                                    Text.percent(reached.renewableShare()),
                                    Text.percent(of.renewableShare().orElseThrow()));
            case NOT_PERMITTED ->
                    "%s stay above the net target and the scenario permits no credits."
                            .formatted(Text.tonnes(reached.neededTonnes()));
            case ABOVE_MAXIMUM ->
                    "%s stay above the net target and the scenario permits credits for %s a year."
                            .formatted(
                                    Text.tonnes(reached.neededTonnes()),
                                    Text.tonnes(maximumTonnes()));
            case BEYOND_REGISTER ->
                    "%s stay above the net target and the register holds %s of vintages up to %d that are not retired."
                            .formatted(
                                    Text.tonnes(reached.neededTonnes()),
                                    Text.tonnes(register.availableTonnes(reached.year())),
                                    reached.year());
            case NO_NET_TARGET,
                    NET_TARGET_LATER,
                    GROSS_ON_PATH,
                    SHARE_ON_PATH,
                    REMAINDER_BY_CREDITS ->
                    throw new IllegalArgumentException(block + " blocks no claim");
        };
    }

    private static Claim allowed(Asked of, Reached reached) {
        List<String> reasons =
                List.of(
                        "Gross emissions of %s are on or below their path of %s."
                                .formatted(
                                        Text.tonnes(reached.grossTonnes()),
                                        Text.tonnes(of.grossTonnes().orElseThrow())),
                        "The renewable share of %s is on or above its path of %s."
                                .formatted(
                                        Text.percent(reached.renewableShare()),
                                        Text.percent(of.renewableShare().orElseThrow())),
                        "Credits for the remaining %s are not a reduction; gross emissions stay as they are, and in a modelled year all of this holds only if every lever is delivered."
                                .formatted(Text.tonnes(reached.neededTonnes())));
        return new Claim(
                Claim.Status.ALLOWED,
                reasons,
                List.of(
                        Claim.Ground.GROSS_ON_PATH,
                        Claim.Ground.SHARE_ON_PATH,
                        Claim.Ground.REMAINDER_BY_CREDITS));
    }
}

package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Offsets last: reductions and renewable electricity have to be on their paths before a credit is
/// used.
record ClaimRule(TargetPaths paths, OffsetPolicy policy, CreditsRegister register) {

    static final String RULE =
            "Credits only in and after the year of the net target, only for what stays above it, and only if gross emissions and"
                    + " the renewable share are on their paths; they never enter gross emissions or the renewable share.";

    /// Rounding allowed on a path, relative to it.
    private static final double TOLERANCE = 1e-9;

    /// @param neededTonnes what stays above the net target
    /// @param creditsTonnes what credits meet of it: all or nothing
    record Outcome(
            Claim claim, double neededTonnes, double creditsTonnes, List<Retirement> retirements) {

        Outcome(Claim.Status status, List<String> reasons, double neededTonnes) {
            this(new Claim(status, List.copyOf(reasons)), neededTonnes, 0, List.of());
        }
    }

    Outcome judge(int year, double grossTonnes, double renewableShare) {
        OptionalDouble netTarget = paths.netTonnes(year);
        if (netTarget.isEmpty()) {
            return paths.firstNetTargetYear().isPresent()
                    ? new Outcome(
                            Claim.Status.NOT_YET_DUE,
                            List.of(
                                    "The net target begins in "
                                            + paths.firstNetTargetYear().getAsInt()
                                            + "; no credits are used before it."),
                            0)
                    : new Outcome(
                            Claim.Status.NO_NET_TARGET,
                            List.of("The scenario sets no target on net emissions."),
                            0);
        }
        double neededTonnes = Math.max(0, grossTonnes - netTarget.getAsDouble());
        List<String> blocks = new ArrayList<>();
        blocksOfGross(year, grossTonnes, blocks);
        blocksOfShare(year, renewableShare, blocks);
        blocksOfPolicy(year, neededTonnes, blocks);
        if (!blocks.isEmpty()) {
            return new Outcome(Claim.Status.BLOCKED, blocks, neededTonnes);
        }
        return new Outcome(
                new Claim(
                        Claim.Status.ALLOWED,
                        allowed(year, grossTonnes, renewableShare, neededTonnes)),
                neededTonnes,
                neededTonnes,
                register.retire(year, neededTonnes));
    }

    private void blocksOfGross(int year, double grossTonnes, List<String> blocks) {
        OptionalDouble path = paths.grossTonnes(year);
        if (path.isEmpty()) {
            blocks.add(
                    "No target covers all gross emissions: set one on GROSS_EMISSIONS, or on both SCOPE_1_2 and SCOPE_3.");
        } else if (grossTonnes > path.getAsDouble() * (1 + TOLERANCE)) {
            blocks.add(
                    "Gross emissions of %s are %s above their path of %s."
                            .formatted(
                                    Text.tonnes(grossTonnes),
                                    Text.tonnes(grossTonnes - path.getAsDouble()),
                                    Text.tonnes(path.getAsDouble())));
        }
    }

    private void blocksOfShare(int year, double renewableShare, List<String> blocks) {
        OptionalDouble path = paths.renewableShare(year);
        if (path.isEmpty()) {
            blocks.add("No target sets the renewable share: set one on RENEWABLE_SHARE.");
        } else if (renewableShare < path.getAsDouble() * (1 - TOLERANCE)) {
            blocks.add(
                    "The renewable share of %s is below its path of %s."
                            .formatted(
                                    Text.percent(renewableShare),
                                    Text.percent(path.getAsDouble())));
        }
    }

    private void blocksOfPolicy(int year, double neededTonnes, List<String> blocks) {
        if (neededTonnes == 0) {
            return;
        }
        double maximum = policy.maximumTonnesPerYear().orElse(Double.POSITIVE_INFINITY);
        if (!policy.permitted()) {
            blocks.add(
                    "%s stay above the net target and the scenario permits no credits."
                            .formatted(Text.tonnes(neededTonnes)));
        } else if (neededTonnes > maximum) {
            blocks.add(
                    "%s stay above the net target and the scenario permits credits for %s a year."
                            .formatted(Text.tonnes(neededTonnes), Text.tonnes(maximum)));
        } else if (register.isKept() && neededTonnes > register.availableTonnes(year)) {
            blocks.add(
                    "%s stay above the net target and the register holds %s of vintages up to %d that are not retired."
                            .formatted(
                                    Text.tonnes(neededTonnes),
                                    Text.tonnes(register.availableTonnes(year)),
                                    year));
        }
    }

    private List<String> allowed(
            int year, double grossTonnes, double renewableShare, double neededTonnes) {
        return List.of(
                "Gross emissions of %s are on or below their path of %s."
                        .formatted(
                                Text.tonnes(grossTonnes),
                                Text.tonnes(paths.grossTonnes(year).orElseThrow())),
                "The renewable share of %s is on or above its path of %s."
                        .formatted(
                                Text.percent(renewableShare),
                                Text.percent(paths.renewableShare(year).orElseThrow())),
                "Credits for the remaining %s are not a reduction; gross emissions stay as they are, and in a modelled year all of this holds only if every lever is delivered."
                        .formatted(Text.tonnes(neededTonnes)));
    }
}

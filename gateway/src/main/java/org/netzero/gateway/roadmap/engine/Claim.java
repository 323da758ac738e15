package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// Whether a company may call a year's emissions net of credits, and why.
///
/// @param reasons plain sentences with numbers
/// @param grounds what each of the reasons says, in their order, for programs and other languages
public record Claim(Status status, List<String> reasons, List<Ground> grounds) {

    public Claim {
        reasons = List.copyOf(reasons);
        grounds = List.copyOf(grounds);
        if (reasons.size() != grounds.size()) {
            throw new IllegalArgumentException(
                    "%d reasons have %d grounds".formatted(reasons.size(), grounds.size()));
        }
    }

    /// What a reason says.
    public enum Ground {
        /// The scenario sets no net target.
        NO_NET_TARGET,
        /// The net target begins in a later year.
        NET_TARGET_LATER,
        /// No target covers all gross emissions.
        NO_GROSS_PATH,
        GROSS_ABOVE_PATH,
        /// No target sets the renewable share.
        NO_SHARE_PATH,
        SHARE_BELOW_PATH,
        /// The scenario permits no credits.
        NOT_PERMITTED,
        /// More stays above the net target than the scenario permits credits for in a year.
        ABOVE_MAXIMUM,
        /// More stays above the net target than the register holds.
        BEYOND_REGISTER,
        GROSS_ON_PATH,
        SHARE_ON_PATH,
        /// Credits meet what stays, and are no reduction.
        REMAINDER_BY_CREDITS
    }

    public enum Status {
        /// The scenario sets no net target.
        NO_NET_TARGET,
        /// The first year of the net target has not come.
        NOT_YET_DUE,
        /// Credits may not be used: something that comes before them is missing.
        BLOCKED,
        /// Gross emissions and the renewable share are on their paths; credits may meet what stays.
        ALLOWED
    }
}

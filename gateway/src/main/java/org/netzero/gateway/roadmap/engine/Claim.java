package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// Whether a company may call a year's emissions net of credits, and why, in plain sentences with
/// numbers.
public record Claim(Status status, List<String> reasons) {

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

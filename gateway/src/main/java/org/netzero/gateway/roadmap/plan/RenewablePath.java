package org.netzero.gateway.roadmap.plan;

import java.util.List;

/// Electricity without levers, and the share of it that has to be renewable.
public record RenewablePath(YearPath demandMwh, YearPath renewableMwh, List<ShareTarget> targets) {

    public RenewablePath {
        targets = List.copyOf(targets);
    }

    /// @param share of the demand after levers, between 0 and 1
    public record ShareTarget(String id, int year, double share) {}
}

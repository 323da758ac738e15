package org.netzero.gateway.roadmap.engine;

/// Which method the engine projects by: one more with every change that makes another result of the
/// same scenario and figures. The planner counts as part of it, since the least-cost scenario is
/// projected as it plans.
public final class MethodVersion {

    /// 2 attributes more than 12 levers exactly where 1 sampled them.
    public static final int CURRENT = 2;

    private MethodVersion() {}
}

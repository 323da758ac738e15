package org.netzero.gateway.roadmap.engine;

/// Which method the engine projects by: one more with every change that makes another result of the
/// same scenario and figures. The planner counts as part of it, since the least-cost scenario is
/// projected as it plans.
public final class MethodVersion {

    /// Of 2, wedges of more than 12 levers are exact where 1 sampled them, except those of
    /// electricity under limits. Its planner carries over the credits of a register that a year
    /// leaves, tells targets out of reach from the smallest gap first, and begins a plan with the
    /// floors of the one before it. Of 3, its planner takes the annuities of a life after the last
    /// year off the capital of a lever.
    public static final int CURRENT = 3;

    private MethodVersion() {}
}

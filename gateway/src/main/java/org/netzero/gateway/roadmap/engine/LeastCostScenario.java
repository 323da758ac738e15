package org.netzero.gateway.roadmap.engine;

/// The shipped scenario that reaches the committed targets at the least cost. On file it has the
/// levers of the committed one, whose start, ramp and lead time are the limits of its plan;
/// whenever it is projected, its levers are deployed as the plan from the figures of that moment
/// says.
public final class LeastCostScenario {

    public static final String ID = "least-cost";

    private LeastCostScenario() {}

    /// As it is on file.
    public static Scenario of(Scenario committed) {
        return new Scenario(
                ID,
                "Least cost: the committed targets, planned from the figures of the day",
                committed.baseYear(),
                committed.targetYear(),
                committed.electricity(),
                committed.otherActivity(),
                committed.activities(),
                committed.regions(),
                committed.levers(),
                committed.targets(),
                committed.offsets());
    }
}

package org.netzero.gateway.roadmap.engine;

/// What a target asks for.
public sealed interface TargetLevel {

    /// An absolute level of emissions, in tonnes of CO2e.
    record Tonnes(double tonnes) implements TargetLevel {

        public Tonnes {
            Require.amount("tonnes", tonnes);
        }
    }

    /// A relative change from the base inventory, −0.7 for a cut of 70 %.
    record ChangeFromBase(double change) implements TargetLevel {

        public ChangeFromBase {
            Require.between(
                    "change", change, -1, 1, "state a relative change, -0.7 for a cut of 70 %");
        }
    }

    /// A share of electricity, 1 for 100 %.
    record Share(double share) implements TargetLevel {

        public Share {
            Require.between("share", share, 0, 1, "state a share, 1 for 100 %");
        }
    }
}

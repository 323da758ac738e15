package org.netzero.gateway.roadmap.engine;

/// What a lever changes when it is fully deployed; at deployment d it does the share d of it.
/// Levers of one kind on one thing combine as `Π(1 − depth·deployment)`, so nothing is cut twice.
public sealed interface LeverEffect {

    /// Cuts what it reaches.
    ///
    /// @param depth relative cut at full deployment, 0.3 for 30 %
    record Reduction(Reach reach, double depth) implements LeverEffect {

        public Reduction {
            Require.between(
                    "depth",
                    depth,
                    0,
                    1,
                    "state the relative cut at full deployment, 0.3 for 30 %");
        }
    }

    /// Moves the PUE of the data centres from the base year's value to this one, linear in the
    /// deployment. Does nothing where the base is lower already.
    record PueTarget(double pue) implements LeverEffect {

        public PueTarget {
            Require.between("pue", pue, 1, 10, "a facility never uses less than its IT equipment");
        }
    }

    /// Replaces fuel of scope 1 by electricity.
    ///
    /// @param depth relative cut of scope 1 at full deployment
    /// @param addedMwhPerTonne electricity added for each tonne of CO2e it avoids in scope 1
    record Electrification(double depth, double addedMwhPerTonne) implements LeverEffect {

        public Electrification {
            Require.between(
                    "depth",
                    depth,
                    0,
                    1,
                    "state the relative cut at full deployment, 0.3 for 30 %");
            Require.between(
                    "addedMwhPerTonne",
                    addedMwhPerTonne,
                    0,
                    100,
                    "state MWh per tonne of CO2e avoided");
        }
    }

    /// Adds own renewable generation used on site.
    ///
    /// @param shareOfElectricity added generation as a share of the year's use of electricity
    record OwnGeneration(double shareOfElectricity) implements LeverEffect {

        public OwnGeneration {
            Require.between(
                    "shareOfElectricity",
                    shareOfElectricity,
                    0,
                    1,
                    "state a share of electricity, 0.05 for 5 %");
        }
    }

    /// Buys renewable electricity so that the renewable share moves from the base year's value to
    /// this one, linear in the deployment. Never buys less than the base year did.
    record RenewableShareTarget(double share) implements LeverEffect {

        public RenewableShareTarget {
            Require.between("share", share, 0, 1, "state a share of electricity, 1 for 100 %");
        }
    }

    /// Buys renewable contracts or certificates of a fixed volume beside what is matched already,
    /// in one market zone. What the zone's unmatched purchases cannot take matches nothing.
    ///
    /// @param mwhPerYear volume at full deployment
    record Certificates(double mwhPerYear) implements LeverEffect {

        public Certificates {
            Require.amount("mwhPerYear", mwhPerYear);
        }
    }

    /// The same lever where it delivers a share of its depth. What moves the company to a level
    /// moves it by that share of the way.
    ///
    /// @param electricity of the base year
    default LeverEffect delivered(double share, ElectricityUse electricity) {
        if (share == 1) {
            return this;
        }
        return switch (this) {
            case Reduction(var reach, double depth) -> new Reduction(reach, depth * share);
            case PueTarget(double pue) -> new PueTarget(between(electricity.pue(), pue, share));
            case Electrification(double depth, double added) ->
                    new Electrification(depth * share, added);
            case OwnGeneration(double ofElectricity) -> new OwnGeneration(ofElectricity * share);
            case RenewableShareTarget(double target) ->
                    new RenewableShareTarget(between(electricity.renewableShare(), target, share));
            case Certificates(double mwhPerYear) -> new Certificates(mwhPerYear * share);
        };
    }

    private static double between(double from, double target, double share) {
        return from + (target - from) * share;
    }
}

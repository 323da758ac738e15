package org.netzero.gateway.roadmap.check;

/// Cross-sector absolute contraction of the Science Based Targets initiative, in its two versions.
public final class AbsoluteContraction {

    private AbsoluteContraction() {}

    /// The flat rule: a linear cut of base-year emissions, not compounding, at most all of them.
    ///
    /// `reduction = min(1, rate · (target year − counted from))`, `target = base · (1 −
    /// reduction)`.
    ///
    /// @param countedFrom the base year; 2020 in the ratchet variant of a later base year
    public record Flat(double rate, int countedFrom, int targetYear, double baseTonnes) {

        public Flat {
            Positive.require("rate", rate);
            Positive.orZero("baseTonnes", baseTonnes);
            if (targetYear <= countedFrom) {
                throw new IllegalArgumentException(
                        "targetYear %d is not after %d: a target lies after its base year"
                                .formatted(targetYear, countedFrom));
            }
        }

        public double reduction() {
            return Math.min(1, rate * (targetYear - countedFrom));
        }

        public double targetTonnes() {
            return baseTonnes * (1 - reduction());
        }
    }

    /// The rule of 2026, which asks a company that has fallen behind for more.
    ///
    /// From the most recent year a line leads to the long-term cut: `rate = TA_long / (TY_long −
    /// MRY)`, so `TA_initial = rate · (TY − MRY)` of the most recent emissions and `TE_initial =
    /// E_MRY · (1 − TA_initial)`. Seen from the base year that is `TA_converted = 1 − TE_initial /
    /// E_BY`. The linear rate asked is `R = max(floor, TA_converted / (TY − BY))`, the cut `R · (TY
    /// − BY)`, at most all.
    ///
    /// @param longTermReduction cut of the long-term target, 0.9 for scope 1, 1 for scope 2
    /// @param longTermYear its year, 2050 for scope 1, 2040 for scope 2
    public record Of2026(
            int baseYear,
            int mostRecentYear,
            int targetYear,
            double baseTonnes,
            double mostRecentTonnes,
            double longTermReduction,
            int longTermYear,
            double floor) {

        public Of2026 {
            Positive.require("baseTonnes", baseTonnes);
            Positive.orZero("mostRecentTonnes", mostRecentTonnes);
            Positive.require("longTermReduction", longTermReduction);
            Positive.orZero("floor", floor);
            if (!(baseYear <= mostRecentYear
                    && mostRecentYear < targetYear
                    && targetYear <= longTermYear)) {
                throw new IllegalArgumentException(
                        "baseYear %d, mostRecentYear %d, targetYear %d and longTermYear %d have to follow each other"
                                .formatted(baseYear, mostRecentYear, targetYear, longTermYear));
            }
        }

        public double rate() {
            return longTermReduction / (longTermYear - mostRecentYear);
        }

        public double initialAmbition() {
            return rate() * (targetYear - mostRecentYear);
        }

        public double initialTonnes() {
            return mostRecentTonnes * (1 - initialAmbition());
        }

        public double convertedAmbition() {
            return 1 - initialTonnes() / baseTonnes;
        }

        /// R, the linear annual rate of reduction asked.
        public double linearRate() {
            return Math.max(floor, convertedAmbition() / (targetYear - baseYear));
        }

        public double reduction() {
            return Math.min(1, linearRate() * (targetYear - baseYear));
        }

        public double targetTonnes() {
            return baseTonnes * (1 - reduction());
        }
    }
}

package org.netzero.gateway.roadmap.engine;

/// How a technology becomes cheaper with experience: each doubling of all that was ever built takes
/// the same share off its cost (Wright, "Factors affecting the cost of airplanes", 1936).
///
/// @param learningRate share taken off by each doubling, from 0 to less than 1
/// @param experienceGrowthPerYear relative growth per year of all that was ever built, worldwide
public record Learning(double learningRate, double experienceGrowthPerYear, Evidence evidence) {

    public Learning {
        if (!(learningRate >= 0 && learningRate < 1)) {
            throw new ValueOutOfRange(
                    "learningRate",
                    learningRate,
                    "at least 0, less than 1",
                    "state the share that a doubling takes off, 0.2 for 20 %");
        }
        Require.between(
                "experienceGrowthPerYear",
                experienceGrowthPerYear,
                0,
                10,
                "state a relative growth per year, 0.25 for 25 %");
    }

    /// `c_0 · m^log2(1 − rate)`.
    ///
    /// @param cumulativeMultiple m, all that was ever built over what was when the cost held
    double costAt(double cost, double cumulativeMultiple) {
        double doublings = Math.log(cumulativeMultiple) / Math.log(2);
        return cost * Math.pow(1 - learningRate, doublings);
    }

    double costAfter(double cost, int years) {
        return costAt(cost, Math.pow(1 + experienceGrowthPerYear, years));
    }
}

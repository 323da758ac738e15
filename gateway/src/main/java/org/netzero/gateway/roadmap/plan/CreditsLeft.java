package org.netzero.gateway.roadmap.plan;

/// How many credits can be used in a year beside those that are: no more than can be had in it, and
/// up to each year no more than are held of vintages up to that year.
final class CreditsLeft {

    private final PlanInput input;
    private final double[] usedTonnes;

    CreditsLeft(PlanInput input) {
        this.input = input;
        usedTonnes = new double[input.years().count()];
    }

    /// For a target, in its first years first. What its years use already, for other targets,
    /// counts for it as well.
    void use(EmissionTarget target, double tonnes) {
        double open = tonnes;
        for (int year : CreditClaims.yearsOf(target)) {
            open -= usedTonnes[input.years().index(year)];
        }
        for (int year : CreditClaims.yearsOf(target)) {
            double taken = Math.clamp(open, 0, tonnes(year, target.untilYear()));
            use(year, taken);
            open -= taken;
        }
    }

    void use(int year, double tonnes) {
        usedTonnes[input.years().index(year)] += tonnes;
    }

    /// For a target, with what its years use already.
    double tonnes(EmissionTarget target) {
        CreditsLeft with = new CreditsLeft(input);
        System.arraycopy(usedTonnes, 0, with.usedTonnes, 0, usedTonnes.length);
        double sum = 0;
        for (int year : CreditClaims.yearsOf(target)) {
            with.use(year, with.tonnes(year, target.untilYear()));
            sum += with.usedTonnes[input.years().index(year)];
        }
        return sum;
    }

    /// @param untilYear what later years use does not count
    private double tonnes(int year, int untilYear) {
        if (input.credits().isEmpty()) {
            return 0;
        }
        CreditMarket market = input.credits().get();
        int at = input.years().index(year);
        double left = market.availableTonnes().at(at) - usedTonnes[at];
        if (market.heldTonnes().isPresent()) {
            double used = 0;
            for (int t = 0; t <= input.years().index(untilYear); t++) {
                used += usedTonnes[t];
                if (t >= at) {
                    left = Math.min(left, market.heldTonnes().get().at(t) - used);
                }
            }
        }
        return Math.max(0, left);
    }
}

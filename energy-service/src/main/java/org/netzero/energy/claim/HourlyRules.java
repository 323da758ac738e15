package org.netzero.energy.claim;

/// Generation in the market and in the hour of consumption. The hours of an instrument's generation
/// are not on file, so what does not fail by market or time is not known.
final class HourlyRules {

    private HourlyRules() {}

    static Judgement judge(Claim claim) {
        var reasons = new Reasons();
        if (claim.marketRelation() == Market.Relation.OTHER) {
            reasons.broken(
                    "It was generated for the market %s, the electricity is consumed in %s."
                            .formatted(claim.instrument().market(), claim.siteMarket()));
        }
        if (!claim.period().overlaps(claim.trackedProof().orElse(claim.instrument()).vintage())) {
            reasons.broken("It was not generated during %s.".formatted(claim.period()));
        }
        reasons.unknown("The generation of the plant is not known by the hour.");
        return reasons.judgement(RuleSet.HOURLY);
    }
}

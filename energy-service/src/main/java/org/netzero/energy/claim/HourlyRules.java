package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Generation in the market and in the hour of consumption. It is a rule of this book and asks for
/// all of a claim: who matched a part allocates that part. What does not fail by market or time is
/// not known as long as no meter tells the hours of the plant.
final class HourlyRules {

    private static final int PERCENT_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        switch (claim.hours()) {
            case HourlyEvidence.NotKnown(String reason) -> reasons.unknown(reason);
            case HourlyEvidence.Impossible(String reason) -> reasons.broken(reason);
            case HourlyEvidence.Compared compared -> compare(claim.energyKwh(), compared, reasons);
        }
        return reasons.judgement(RuleSet.HOURLY);
    }

    private static void compare(
            BigDecimal claimedKwh, HourlyEvidence.Compared compared, Reasons reasons) {
        String said =
                "%s %% of it, %s of %s kWh, was generated in hours in which the site drew as much from the grid"
                        .formatted(
                                compared.matchedKwh()
                                        .multiply(HUNDRED)
                                        .divide(
                                                claimedKwh,
                                                PERCENT_DECIMALS,
                                                RoundingMode.HALF_EVEN)
                                        .toPlainString(),
                                compared.matchedKwh().toPlainString(),
                                claimedKwh.toPlainString());
        if (compared.generatedKwh().compareTo(claimedKwh) < 0) {
            reasons.broken(
                    "Its meters tell of %s kWh generated in the time of the claim that can be claimed, less than the %s kWh allocated; %s."
                            .formatted(
                                    compared.generatedKwh().toPlainString(),
                                    claimedKwh.toPlainString(),
                                    said));
        } else if (compared.matchedKwh().compareTo(claimedKwh) < 0) {
            reasons.broken(said + "; the rule asks for all of it.");
        } else {
            reasons.condition(said + ".");
        }
    }
}

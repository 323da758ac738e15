package org.netzero.energy.claim;

import java.time.LocalDate;

/// The criteria of RE100: technology, market, vintage, sole claim, and the age of the plant: at
/// most fifteen years since commissioning or re-powering for consumption from 2024 on, beyond that
/// within 15 % of the company's consumption. Sources: RE100 technical criteria, version 4.1 (2022);
/// RE100 market boundary criteria (2019).
final class Re100Criteria {

    private static final LocalDate AGE_COUNTS_FROM = LocalDate.of(2024, 1, 1);
    private static final int MAX_AGE_YEARS = 15;

    private Re100Criteria() {}

    static Judgement judge(Claim claim) {
        var reasons = new Reasons();
        technology(claim.instrument(), reasons);
        market(claim, reasons);
        vintage(claim, reasons);
        soleClaim(claim, reasons);
        age(claim, reasons);
        if (claim.retiredOn().isEmpty()) {
            reasons.condition("It is allocated and not yet retired; met once it is.");
        }
        return reasons.judgement(RuleSet.RE100);
    }

    private static void technology(Instrument instrument, Reasons reasons) {
        switch (instrument.technology()) {
            case WIND, SOLAR, GEOTHERMAL -> {}
            case HYDRO, BIOMASS ->
                    reasons.unknown(
                            "%s counts if it is sustainable, which is not shown."
                                    .formatted(instrument.technology()));
            case NUCLEAR -> reasons.broken("Nuclear power is not renewable.");
            case MARINE, MIXED, OTHER ->
                    reasons.unknown(
                            "Whether power of technology %s is of an accepted source is not known."
                                    .formatted(instrument.technology()));
        }
    }

    private static void market(Claim claim, Reasons reasons) {
        switch (claim.marketRelation()) {
            case SAME, BOTH_NORTH_AMERICAN -> {}
            case BOTH_EUROPEAN ->
                    reasons.unknown(
                            "Whether %s and %s belong to the single European market depends on the edition of the criteria."
                                    .formatted(claim.instrument().market(), claim.siteMarket()));
            case OTHER ->
                    reasons.broken(
                            "It was issued for the market %s, the electricity is consumed in %s."
                                    .formatted(claim.instrument().market(), claim.siteMarket()));
        }
    }

    private static void vintage(Claim claim, Reasons reasons) {
        switch (claim.vintage()) {
            case OF_THE_YEAR -> {}
            case NEAR ->
                    reasons.unknown(
                            "It was not generated in the year of the consumption, %s; whether that is reasonably close is not decided here."
                                    .formatted(claim.period()));
            case FAR ->
                    reasons.broken(
                            "It was generated more than twelve months away from the consumption of %s."
                                    .formatted(claim.period()));
        }
    }

    private static void soleClaim(Claim claim, Reasons reasons) {
        if (claim.instrument().attributes().filter(a -> a == Attributes.NOT_CONVEYED).isPresent()) {
            reasons.broken("Somebody else keeps the attributes of this power.");
        } else if (claim.trackedProof().isEmpty() && !claim.isConveyedByContract()) {
            reasons.unknown("That nobody else may claim the attributes is not shown.");
        }
    }

    private static void age(Claim claim, Reasons reasons) {
        if (claim.period().start().isBefore(AGE_COUNTS_FROM)) {
            return;
        }
        Instrument proof = claim.trackedProof().orElse(claim.instrument());
        claim.instrument()
                .commissioned()
                .or(proof::commissioned)
                .ifPresentOrElse(
                        day -> {
                            if (day.plusYears(MAX_AGE_YEARS).isBefore(claim.period().start())) {
                                reasons.broken(
                                        "The plant of %s is older than fifteen years; it counts only within the exempted 15 %% of consumption, which is not claimed here."
                                                .formatted(day));
                            }
                        },
                        () -> reasons.unknown("The age of the plant is not stated."));
    }
}

package org.netzero.energy.claim;

/// The quality criteria of contractual instruments: GHG Protocol Scope 2 Guidance (2015), table
/// 7.1. Criteria 1 to 5 are for all instruments, 6 for products of suppliers, 7 for contracts with
/// generators. Criterion 8, the residual mix, is about the grid and not about an instrument.
final class GhgProtocolCriteria {

    private GhgProtocolCriteria() {}

    static Judgement judge(Claim claim) {
        var reasons = new Reasons();
        rate(claim, reasons);
        soleClaim(claim, reasons);
        tracking(claim, reasons);
        vintage(claim, reasons);
        market(claim, reasons);
        return reasons.judgement(RuleSet.GHGP_SCOPE2);
    }

    private static void rate(Claim claim, Reasons reasons) {
        if (claim.instrument().kgCo2ePerKwh().isEmpty()) {
            reasons.unknown("The emission rate that it conveys is not stated (criterion 1).");
        }
    }

    /// Criteria 2, 6 and 7.
    private static void soleClaim(Claim claim, Reasons reasons) {
        Instrument instrument = claim.instrument();
        if (instrument.attributes().filter(a -> a == Attributes.NOT_CONVEYED).isPresent()) {
            reasons.broken("Somebody else keeps the attributes of this power (criteria 2 and 7).");
        } else if (claim.trackedProof().isEmpty() && !claim.isConveyedByContract()) {
            instrument
                    .certificateId()
                    .ifPresentOrElse(
                            id ->
                                    reasons.unknown(
                                            "Its certificate '%s' is not registered (criterion 2)."
                                                    .formatted(id)),
                            () ->
                                    reasons.broken(
                                            "No certificate or contract that carries the attributes is on file; a consumption voucher is evidence, not a certificate (criteria 2 and 7)."));
        } else if (instrument.kind() == InstrumentKind.SUPPLIER_PRODUCT
                && claim.trackedProof().isEmpty()
                && instrument.trackingSystem().isEmpty()) {
            reasons.unknown(
                    "In which tracking system the supplier retires certificates for its customers is not stated (criterion 6).");
        }
    }

    /// Criterion 3. A contract that conveys the attributes itself needs no tracking system.
    private static void tracking(Claim claim, Reasons reasons) {
        claim.trackedProof()
                .filter(proof ->
                        proof.kind() != InstrumentKind.GEC && proof.trackingSystem().isEmpty())
                .ifPresent(proof ->
                        reasons.unknown(
                                "The tracking system that retires it is not stated (criterion 3)."));
        if (claim.retiredOn().isEmpty()) {
            reasons.condition("It is allocated and not yet retired; met once it is (criterion 3).");
        }
    }

    private static void vintage(Claim claim, Reasons reasons) {
        switch (claim.vintage()) {
            case OF_THE_YEAR -> {}
            case NEAR ->
                    reasons.unknown(
                            "It was not generated in the year of the consumption, %s; how close is close enough the criterion does not say in numbers (criterion 4)."
                                    .formatted(claim.period()));
            case FAR ->
                    reasons.broken(
                            "It was generated more than twelve months away from the consumption of %s (criterion 4)."
                                    .formatted(claim.period()));
        }
    }

    private static void market(Claim claim, Reasons reasons) {
        switch (claim.marketRelation()) {
            case SAME -> {}
            case BOTH_EUROPEAN, BOTH_NORTH_AMERICAN ->
                    reasons.unknown(
                            "It was issued for %s and is used in %s; whether they are one market is not decided here (criterion 5)."
                                    .formatted(claim.instrument().market(), claim.siteMarket()));
            case OTHER ->
                    reasons.broken(
                            "It was issued for the market %s, the electricity is consumed in %s (criterion 5)."
                                    .formatted(claim.instrument().market(), claim.siteMarket()));
        }
    }
}

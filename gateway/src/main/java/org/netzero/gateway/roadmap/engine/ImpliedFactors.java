package org.netzero.gateway.roadmap.engine;

/// The emission factors of electricity that the base inventory implies, in tonnes of CO2e per MWh.
///
/// @param locationTonnesPerMwh (scope 2 location-based − heat) / purchased electricity
/// @param residualTonnesPerMwh (scope 2 market-based − heat − matched × contract factor) /
///   (purchased − matched + sold attributes of own generation)
/// @param contractTonnesPerMwh as the scenario states it
/// @param residualDefaulted whether the residual factor is the location factor, because no
///   unmatched purchase implies one
/// @param derivation the same with its numbers
public record ImpliedFactors(
        double locationTonnesPerMwh,
        double residualTonnesPerMwh,
        double contractTonnesPerMwh,
        boolean residualDefaulted,
        String derivation) {

    /// Part of scope 2 by which matched and unmatched purchases may miss it, for rounding.
    private static final double TOLERANCE = 1e-6;

    /// With its derivation.
    static ImpliedFactors of(Inventory base, double contractTonnesPerMwh) {
        ImpliedFactors factors = inFigures(base, contractTonnesPerMwh);
        return new ImpliedFactors(
                factors.locationTonnesPerMwh,
                factors.residualTonnesPerMwh,
                factors.contractTonnesPerMwh,
                factors.residualDefaulted,
                derivation(
                        base,
                        factors.locationTonnesPerMwh,
                        factors.residualTonnesPerMwh,
                        factors.residualDefaulted));
    }

    /// With an empty derivation, which takes longer to write than the figures to work out.
    static ImpliedFactors inFigures(Inventory base, double contractTonnesPerMwh) {
        double purchased = base.electricity().purchasedMwh();
        double matched = base.electricity().matchedMwh();
        double location = locationFactor(base, purchased);
        double residualTonnes =
                base.scope2MarketTonnes()
                        - base.scope2HeatTonnes()
                        - matched * contractTonnesPerMwh;
        double slack = TOLERANCE * (1 + base.scope2MarketTonnes());
        if (residualTonnes < -slack) {
            throw new UnexplainedScope2(
                    "market-based",
                    base.scope2MarketTonnes(),
                    "and less than the matched "
                            + Text.mwh(matched)
                            + " emit by the contract factor",
                    "lower contractTonnesPerMwh or the matched energy");
        }
        double unmatched = base.electricity().residualMwh();
        if (unmatched == 0 && residualTonnes > slack) {
            throw new UnexplainedScope2(
                    "market-based",
                    base.scope2MarketTonnes(),
                    "although every purchased MWh is matched",
                    "state the unmatched purchase, or a contract factor that explains it");
        }
        boolean defaulted = unmatched == 0;
        double residual = defaulted ? location : Math.max(0, residualTonnes) / unmatched;
        return new ImpliedFactors(location, residual, contractTonnesPerMwh, defaulted, "");
    }

    private static double locationFactor(Inventory base, double purchased) {
        if (purchased > 0) {
            return (base.scope2LocationTonnes() - base.scope2HeatTonnes()) / purchased;
        }
        if (base.scope2LocationTonnes() > base.scope2HeatTonnes()) {
            throw new UnexplainedScope2(
                    "location-based",
                    base.scope2LocationTonnes(),
                    "without purchased electricity",
                    "state the purchased electricity of " + base.year());
        }
        return 0;
    }

    private static String derivation(
            Inventory base, double location, double residual, boolean defaulted) {
        ElectricityUse electricity = base.electricity();
        String residualText =
                defaulted
                        ? "no unmatched purchase implies a residual factor: the location factor"
                                + " stands in for it"
                        : "%s market-based%s / (%s - %s matched%s) = %s t/MWh"
                                .formatted(
                                        Text.tonnes(base.scope2MarketTonnes()),
                                        withoutHeat(base),
                                        Text.mwh(electricity.purchasedMwh()),
                                        Text.mwh(electricity.matchedMwh()),
                                        electricity.ownAttributesSoldMwh() > 0
                                                ? " + %s of sold attributes"
                                                        .formatted(
                                                                Text.mwh(
                                                                        electricity
                                                                                .ownAttributesSoldMwh()))
                                                : "",
                                        Text.factor(residual));
        return "%d: %s location-based%s / %s purchased = %s t/MWh; %s"
                .formatted(
                        base.year(),
                        Text.tonnes(base.scope2LocationTonnes()),
                        withoutHeat(base),
                        Text.mwh(electricity.purchasedMwh()),
                        Text.factor(location),
                        residualText);
    }

    private static String withoutHeat(Inventory base) {
        return base.scope2HeatTonnes() > 0
                ? " - %s of heat".formatted(Text.tonnes(base.scope2HeatTonnes()))
                : "";
    }
}

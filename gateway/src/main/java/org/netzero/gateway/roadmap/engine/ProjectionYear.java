package org.netzero.gateway.roadmap.engine;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// One year of a projection, in tonnes of CO2e, MWh and shares. `baseline − Σ wedges + deviation =
/// gross`, to rounding.
///
/// @param actual whether the figures are those of a complete inventory; baseline and wedges are the
///   model's in every year
/// @param baselineTonnes gross emissions without any lever
/// @param grossTonnes scope 1 + scope 2 market-based + scope 3, before credits
/// @param deviationTonnes how far the inventory of an actual year lies above the model; 0 in a
///   modelled year
/// @param regions the modelled parts, by id; empty where the company is one region, and in an
///   actual year
/// @param creditsNeededTonnes what stays above the net target, whether credits may meet it or not;
///   0 before that target
/// @param retirements of which lots the credits are; empty where no register is kept
/// @param creditsTonnes credits used; part of `netTonnes` only
/// @param targetTonnes the path of gross emissions; empty where the targets do not cover all of
///   them
/// @param targetRenewableShare the path of the renewable share; empty where no target sets it
public record ProjectionYear(
        int year,
        boolean actual,
        double baselineTonnes,
        double scope1Tonnes,
        double scope2LocationTonnes,
        double scope2MarketTonnes,
        double scope3Tonnes,
        SortedMap<String, Double> scope3TonnesByCategory,
        double grossTonnes,
        List<Wedge> wedges,
        double deviationTonnes,
        double electricityMwh,
        double pue,
        double renewableShare,
        List<RegionYear> regions,
        double creditsNeededTonnes,
        double creditsTonnes,
        List<Retirement> retirements,
        double netTonnes,
        OptionalDouble targetTonnes,
        OptionalDouble targetRenewableShare,
        Claim claim) {

    public ProjectionYear {
        scope3TonnesByCategory = Collections.unmodifiableSortedMap(scope3TonnesByCategory);
        wedges = List.copyOf(wedges);
        regions = List.copyOf(regions);
        retirements = List.copyOf(retirements);
    }

    /// Gross − target, positive above the path.
    public OptionalDouble gapTonnes() {
        return targetTonnes.isPresent()
                ? OptionalDouble.of(grossTonnes - targetTonnes.getAsDouble())
                : OptionalDouble.empty();
    }
}

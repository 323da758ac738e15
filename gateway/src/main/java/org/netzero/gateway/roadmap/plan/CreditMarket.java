package org.netzero.gateway.roadmap.plan;

import java.util.Optional;

/// Credits that can be had, for net targets only.
///
/// @param availableTonnes most of each year
/// @param heldTonnes credits of vintages up to each year, of which those used in one year are gone
///   in the next; never fewer than in the year before. Empty where none are held, and credits are
///   bought as they are needed
public record CreditMarket(
        YearPath pricePerTonne,
        YearPath availableTonnes,
        Optional<YearPath> heldTonnes,
        Order order) {

    /// Credits that are bought as they are needed.
    public CreditMarket(YearPath pricePerTonne, YearPath availableTonnes, Order order) {
        this(pricePerTonne, availableTonnes, Optional.empty(), order);
    }

    /// Most of a year, whatever earlier years use.
    double mostTonnes(int t) {
        double most = availableTonnes.at(t);
        return heldTonnes.isPresent() ? Math.min(most, heldTonnes.get().at(t)) : most;
    }

    /// When credits come in.
    public enum Order {
        /// After everything the levers can do within their physical limits.
        LAST,
        /// Wherever they are cheaper than a lever. Shows what the other order costs; no plan for a
        /// claim.
        BY_COST
    }
}

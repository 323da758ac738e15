package org.netzero.gateway.roadmap.plan;

/// Credits that can be had, for net targets only.
///
/// @param availableTonnes most of each year
public record CreditMarket(YearPath pricePerTonne, YearPath availableTonnes, Order order) {

    /// When credits come in.
    public enum Order {
        /// After everything the levers can do within their physical limits.
        LAST,
        /// Wherever they are cheaper than a lever. Shows what the other order costs; no plan for a
        /// claim.
        BY_COST
    }
}

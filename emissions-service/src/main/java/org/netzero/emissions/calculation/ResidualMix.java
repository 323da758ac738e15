package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.NoFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.Quantity;

/// What energy that nothing covers takes by the market-based method: the residual mix of its place,
/// or the grid average where none is known. Heat, steam and cooling have no residual mix.
final class ResidualMix {

    private final Entries entries;

    ResidualMix(Entries entries) {
        this.entries = entries;
    }

    /// What the rest comes to, and by which of the two.
    record Rest(MarketTier tier, Calculated calculated) {

        /// As formulas name it.
        String rate() {
            return tier == MarketTier.RESIDUAL_MIX ? "residual mix" : "grid average";
        }
    }

    Rest of(EnergyCarrier carrier, Slice slice, Quantity rest) {
        FactorQuery average = gridAverage(carrier, slice);
        if (carrier != EnergyCarrier.ELECTRICITY) {
            return new Rest(MarketTier.GRID_AVERAGE, entries.calculator().calculate(rest, average));
        }
        try {
            return new Rest(
                    MarketTier.RESIDUAL_MIX,
                    entries.calculator()
                            .calculate(rest, average.withPurpose(Purpose.MARKET_RESIDUAL)));
        } catch (NoFactor none) {
            entries.add(
                    Finding.open(
                            "NO_RESIDUAL_MIX",
                            slice.record(),
                            "The market-based figure uses the grid average: " + none.reason()));
            return new Rest(MarketTier.GRID_AVERAGE, entries.calculator().calculate(rest, average));
        }
    }

    FactorQuery gridAverage(EnergyCarrier carrier, Slice slice) {
        return entries.query(
                carrier.activity(),
                Purpose.LOCATION_BASED,
                entries.regions(slice.place()),
                slice.start());
    }
}

package org.netzero.energy.progress;

import java.util.Comparator;
import org.netzero.energy.claim.Market;

/// A part of the grid within a market of instruments.
///
/// @param market what instruments have to be issued for
/// @param gridZone where generation has to be, to match by the hour
public record MarketZone(Market market, String gridZone) implements Comparable<MarketZone> {

    private static final Comparator<MarketZone> ORDER =
            Comparator.comparing((MarketZone zone) -> zone.market().code())
                    .thenComparing(MarketZone::gridZone);

    @Override
    public int compareTo(MarketZone other) {
        return ORDER.compare(this, other);
    }
}

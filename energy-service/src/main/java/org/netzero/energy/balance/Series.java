package org.netzero.energy.balance;

import java.util.Comparator;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;

/// One carrier from one source at one site: figures within a series tell of the same energy.
public record Series(String siteId, EnergyCarrier carrier, EnergySource source)
        implements Comparable<Series> {

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::siteId)
                    .thenComparing(series -> series.carrier().name())
                    .thenComparing(series -> series.source().name());

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }

    /// `tianjin/ELECTRICITY/PURCHASED`.
    @Override
    public String toString() {
        return siteId + "/" + carrier + "/" + source;
    }
}

package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;

/// The electricity a site drew in a month, as its telemetry measured it. It counts where no meter
/// or invoice covers the month.
@ApplicationScoped
public class TelemetryMonths {

    private final EnergyItems items;
    private final ConsumptionTotals totals;
    private final Event<SeriesMeasured> measured;

    TelemetryMonths(EnergyItems items, ConsumptionTotals totals, Event<SeriesMeasured> measured) {
        this.items = items;
        this.totals = totals;
        this.measured = measured;
    }

    /// Holds the site's purchased electricity until the transaction ends, so that a month is summed
    /// by one at a time.
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String siteId) {
        items.hold(List.of(purchased(siteId)));
    }

    /// Puts a month's sum in place of the one before.
    ///
    /// @param energyKwh what was measured so far
    /// @param hours hours measured, of all facilities of the site
    /// @param wholeDays the local days of which every hour of every facility was measured
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(
            String siteId,
            YearMonth month,
            BigDecimal energyKwh,
            long hours,
            List<Span> wholeDays) {
        items.putTelemetry(purchased(siteId), Span.of(month), energyKwh, hours, wholeDays);
        totals.tell(List.of(purchased(siteId)));
        measured.fire(new SeriesMeasured(purchased(siteId)));
    }

    private static Series purchased(String siteId) {
        return new Series(siteId, EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED);
    }
}

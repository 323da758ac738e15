package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;

/// What the meters of a series measured in a month, interval by interval. It counts where no
/// invoice and no meter reading of the whole time covers the month.
@ApplicationScoped
public class MeteredMonths {

    private final EnergyItems items;
    private final ConsumptionTotals totals;
    private final Event<SeriesMeasured> measured;

    MeteredMonths(EnergyItems items, ConsumptionTotals totals, Event<SeriesMeasured> measured) {
        this.items = items;
        this.totals = totals;
        this.measured = measured;
    }

    /// Holds series until the transaction ends: whoever changes their intervals does this first.
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<Series> series) {
        items.hold(series);
    }

    /// Puts a month's sum in place of the one before.
    ///
    /// @param wholeDays the local days of which all meters measured everything
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(
            Series series,
            YearMonth month,
            BigDecimal energyKwh,
            long intervals,
            List<Span> wholeDays) {
        items.putMetered(series, Span.of(month), energyKwh, intervals, wholeDays);
    }

    /// Takes a month out in which nothing is measured any more.
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Series series, YearMonth month) {
        items.removeMetered(series, Span.of(month));
    }

    /// Tells the other services what counts now.
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Series series) {
        totals.tell(List.of(series));
        measured.fire(new SeriesMeasured(series));
    }
}

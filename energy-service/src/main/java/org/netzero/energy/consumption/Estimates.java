package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.StatedInterval;
import org.netzero.quantities.Quantity;

/// Records of provenance `ESTIMATED` that this service makes itself.
@ApplicationScoped
public class Estimates {

    /// A figure that stands in for one that has not come.
    ///
    /// @param days local days of the site
    /// @param evidence the rule it was found by, and what it was found from
    public record Estimate(
            String recordId, Series series, Quantity quantity, Span days, String evidence) {}

    private final EnergyRecords records;
    private final EnergyItems items;

    Estimates(EnergyRecords records, EnergyItems items) {
        this.records = records;
        this.items = items;
    }

    /// Holds series until the transaction ends, so that nothing is recorded of them meanwhile.
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<Series> series) {
        items.hold(series);
    }

    /// @return what became of each, in order
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RowOutcome> store(List<Estimate> estimates, String caller) {
        return records.store(estimates.stream().map(Estimates::record).toList(), caller);
    }

    private static EnergyRecord record(Estimate estimate) {
        return new EnergyRecord(
                estimate.recordId(),
                estimate.series().siteId(),
                estimate.series().carrier(),
                estimate.series().source(),
                estimate.quantity(),
                StatedInterval.parse(
                        estimate.days().start().toString(), estimate.days().end().toString()),
                Provenance.ESTIMATED,
                Optional.of(estimate.evidence()),
                Optional.empty());
    }
}

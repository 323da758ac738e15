package org.netzero.energy.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.Quantity;

/// What was accrued, as its readers see it.
///
/// @param accrued how many estimates stand in now, or would
/// @param hasFigures how many periods need none; they are not listed
record AccrualsView(
        String period, boolean dryRun, long accrued, long hasFigures, List<AccrualView> items)
        implements Tabular {

    /// @param recordId the energy record that stands in
    /// @param explanation the rule with what it was given, or why nothing was accrued
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccrualView(
            String siteId,
            EnergyCarrier carrier,
            EnergySource source,
            String period,
            AccrualOutcome outcome,
            AccrualMethod rule,
            @Nullable Quantity quantity,
            @Nullable String recordId,
            String explanation) {

        static AccrualView of(Accrual accrual) {
            return new AccrualView(
                    accrual.series().siteId(),
                    accrual.series().carrier(),
                    accrual.series().source(),
                    accrual.period().toString(),
                    accrual.outcome(),
                    accrual.rule(),
                    accrual.quantity().orElse(null),
                    Optional.of(accrual)
                            .filter(one -> one.outcome() == AccrualOutcome.ACCRUED)
                            .map(Accruals::recordId)
                            .orElse(null),
                    accrual.explanation());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    siteId,
                    carrier,
                    source,
                    period,
                    outcome,
                    rule,
                    quantity == null ? null : quantity.value(),
                    quantity == null ? null : quantity.unit().symbol(),
                    recordId,
                    explanation);
        }
    }

    static AccrualsView of(Period period, boolean dryRun, List<Accrual> accruals) {
        return new AccrualsView(
                period.toString(),
                dryRun,
                count(accruals, AccrualOutcome.ACCRUED),
                count(accruals, AccrualOutcome.HAS_FIGURES),
                accruals.stream()
                        .filter(accrual -> accrual.outcome() != AccrualOutcome.HAS_FIGURES)
                        .map(AccrualView::of)
                        .toList());
    }

    private static long count(List<Accrual> accruals, AccrualOutcome outcome) {
        return accruals.stream().filter(accrual -> accrual.outcome() == outcome).count();
    }

    @JsonIgnore
    @Override
    public Table table() {
        return Table.of(
                List.of(
                        "siteId",
                        "carrier",
                        "source",
                        "period",
                        "outcome",
                        "rule",
                        "quantity",
                        "unit",
                        "recordId",
                        "explanation"),
                items,
                AccrualView::row);
    }
}

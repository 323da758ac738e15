package org.netzero.energy.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Quantity;

/// One statement of what is expected, as its readers see it; its CSV is what the import takes.
///
/// @param withdrawn true where it takes everything back that was stated before
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpectationView(
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Frequency frequency,
        @Nullable String owner,
        @Nullable Integer dueDays,
        @Nullable AccrualRuleView accrual,
        @Nullable Boolean withdrawn,
        int revision,
        String statedBy,
        Instant statedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccrualRuleView(
            AccrualMethod rule, @Nullable Integer months, @Nullable Quantity quantity) {

        static AccrualRuleView of(AccrualRule rule) {
            return switch (rule) {
                case AccrualRule.None none -> new AccrualRuleView(none.method(), null, null);
                case AccrualRule.SamePeriodLastYear same ->
                        new AccrualRuleView(same.method(), null, null);
                case AccrualRule.AverageOfLastMonths average ->
                        new AccrualRuleView(average.method(), average.months(), null);
                case AccrualRule.Stated stated ->
                        new AccrualRuleView(stated.method(), null, stated.quantity());
            };
        }
    }

    static ExpectationView of(Series series, Revision revision) {
        Optional<Expectation> stated = revision.expectation();
        return new ExpectationView(
                series.siteId(),
                series.carrier(),
                series.source(),
                stated.map(Expectation::from).orElse(null),
                stated.flatMap(Expectation::to).orElse(null),
                stated.map(Expectation::frequency).orElse(null),
                stated.map(Expectation::owner).orElse(null),
                stated.map(Expectation::dueDays).orElse(null),
                stated.map(Expectation::accrual).map(AccrualRuleView::of).orElse(null),
                stated.isPresent() ? null : true,
                revision.number(),
                revision.statedBy(),
                revision.statedAt());
    }

    /// `tianjin/ELECTRICITY/PURCHASED`.
    @JsonIgnore
    String line() {
        return new Series(siteId, carrier, source).toString();
    }

    List<@Nullable Object> row() {
        AccrualRuleView rule = accrual;
        Quantity quantity = rule == null ? null : rule.quantity();
        return Table.row(
                siteId,
                carrier,
                source,
                from,
                to,
                frequency,
                owner,
                dueDays,
                rule == null ? null : rule.rule(),
                rule == null ? null : rule.months(),
                quantity == null ? null : quantity.value(),
                quantity == null ? null : quantity.unit().symbol());
    }
}

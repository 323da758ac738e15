package org.netzero.energy.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.consumption.RecordGroup;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Quantity;

/// A cell of the calendar as its readers see it.
///
/// @param due the last day the figure is in time
/// @param owner who sees to it; absent where meters in service are expected by themselves
/// @param received what is on file of its days
/// @param missing its days that no figure tells of
/// @param arrivedOn the day its last part came first
@JsonInclude(JsonInclude.Include.NON_NULL)
record CellView(
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        String period,
        CollectionStatus status,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable LocalDate arrivedOn,
        long daysLate,
        List<ReceivedView> received,
        List<String> missing,
        @Nullable TrueUpView trueUp,
        @Nullable AccrualMethod accrual) {

    static final List<String> COLUMNS =
            List.of(
                    "siteId",
                    "carrier",
                    "source",
                    "period",
                    "status",
                    "owner",
                    "due",
                    "arrivedOn",
                    "daysLate",
                    "received",
                    "records",
                    "missing",
                    "accruedKwh",
                    "actualKwh",
                    "differenceKwh",
                    "differencePercent",
                    "accrual");

    /// Records of one kind, or what meters or telemetry told.
    ///
    /// @param recordIds the first ten of the records
    /// @param count how many records, intervals or hours
    /// @param lastStoredAt when the last record came
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceivedView(
            Evidence evidence,
            String period,
            Quantity quantity,
            long count,
            @Nullable List<String> recordIds,
            @Nullable Instant lastStoredAt) {

        static ReceivedView of(RecordGroup group) {
            return new ReceivedView(
                    group.evidence(),
                    group.period().toString(),
                    group.quantity(),
                    group.standing(),
                    group.recordIds(),
                    group.lastStoredAt());
        }

        static ReceivedView of(EnergyItem item) {
            return new ReceivedView(
                    item.evidence(),
                    item.period().toString(),
                    item.quantity(),
                    item.recordCount(),
                    null,
                    null);
        }
    }

    /// How far the estimate was off.
    ///
    /// @param period the days both are of
    /// @param differenceKwh the figure less the estimate
    /// @param differencePercent of the estimate; absent where that was 0
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrueUpView(
            String period,
            BigDecimal accruedKwh,
            BigDecimal actualKwh,
            BigDecimal differenceKwh,
            @Nullable BigDecimal differencePercent) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final int PERCENT_DECIMALS = 2;

        static TrueUpView of(Cell.TrueUp trueUp) {
            BigDecimal accrued = trueUp.accruedKwh();
            return new TrueUpView(
                    trueUp.period().toString(),
                    accrued,
                    trueUp.actualKwh(),
                    trueUp.differenceKwh(),
                    accrued.signum() == 0
                            ? null
                            : trueUp.differenceKwh()
                                    .multiply(HUNDRED)
                                    .divide(accrued, PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    static CellView of(Cell cell) {
        Optional<ExpectedPeriod> expected = cell.expected();
        return new CellView(
                cell.series().siteId(),
                cell.series().carrier(),
                cell.series().source(),
                cell.period().toString(),
                cell.status(),
                expected.flatMap(ExpectedPeriod::owner).orElse(null),
                expected.map(ExpectedPeriod::due).orElse(null),
                cell.arrivedOn().orElse(null),
                cell.daysLate(),
                Stream.concat(
                                cell.records().stream().map(ReceivedView::of),
                                cell.measured().stream().map(ReceivedView::of))
                        .toList(),
                cell.missingDays().stream().map(Object::toString).toList(),
                cell.trueUp().map(TrueUpView::of).orElse(null),
                expected.filter(ExpectedPeriod::isStated)
                        .map(period -> period.accrual().method())
                        .orElse(null));
    }

    /// Its place in the list.
    @JsonIgnore
    String cursor() {
        return String.join("/", siteId, carrier.name(), source.name(), period);
    }

    List<@Nullable Object> row() {
        TrueUpView known = trueUp;
        return Table.row(
                siteId,
                carrier,
                source,
                period,
                status,
                owner,
                due,
                arrivedOn,
                daysLate,
                received.stream()
                        .map(part -> part.evidence() + " " + part.quantity())
                        .collect(Collectors.joining("; ")),
                received.stream()
                        .flatMap(part -> Optional.ofNullable(part.recordIds()).stream())
                        .flatMap(List::stream)
                        .collect(Collectors.joining("; ")),
                String.join("; ", missing),
                known == null ? null : known.accruedKwh(),
                known == null ? null : known.actualKwh(),
                known == null ? null : known.differenceKwh(),
                known == null ? null : known.differencePercent(),
                accrual);
    }
}

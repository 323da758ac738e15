package org.netzero.energy.microgrid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.operation.StorageRun;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.Presentation;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A site as a grid of its own, as its readers see it. What it has no meter of is null, and what
/// was not measured is missing, not zero.
///
/// @param loadMetered whether the site meters its load itself, in some hours at least
record MicrogridView(
        String siteId,
        String period,
        String granularity,
        String timeZone,
        boolean loadMetered,
        String convention,
        PartView total,
        List<PartView> parts,
        List<Finding> findings,
        @JsonIgnore Table table)
        implements Tabular {

    private static final String CONVENTION =
            "residual = grid import + PV + wind + other generation + storage discharge − storage charge − grid export − load;"
                    + " the load is what closes the balance, or what the site meters in the hours it does; storage loss = charge × (1 − efficiency) of each storage, a part of what it took in. Curtailed energy was never generated";

    /// @param start of the hour, day or month on the clock of the site
    /// @param storageLossKwh of what was taken in, the part that no storage gives back
    /// @param stateOfChargeKwh of all storage, at the end
    /// @param hours that were wholly measured and are added up here
    /// @param missingHours that were not
    record PartView(
            OffsetDateTime start,
            OffsetDateTime end,
            @Nullable BigDecimal loadKwh,
            @Nullable BigDecimal gridImportKwh,
            @Nullable BigDecimal pvKwh,
            @Nullable BigDecimal windKwh,
            @Nullable BigDecimal otherGenerationKwh,
            @Nullable BigDecimal storageDischargeKwh,
            @Nullable BigDecimal storageChargeKwh,
            @Nullable BigDecimal storageLossKwh,
            @Nullable BigDecimal stateOfChargeKwh,
            @Nullable BigDecimal gridExportKwh,
            @Nullable BigDecimal curtailedKwh,
            @Nullable BigDecimal residualKwh,
            int hours,
            int missingHours) {}

    private static final List<String> COLUMNS =
            List.of(
                    "siteId",
                    "start",
                    "end",
                    "loadKwh",
                    "gridImportKwh",
                    "pvKwh",
                    "windKwh",
                    "otherGenerationKwh",
                    "storageDischargeKwh",
                    "storageChargeKwh",
                    "storageLossKwh",
                    "stateOfChargeKwh",
                    "gridExportKwh",
                    "curtailedKwh",
                    "residualKwh",
                    "hours",
                    "missingHours");

    static MicrogridView of(Microgrids.Answer answer, Period period, Granularity granularity) {
        List<PartView> parts = parts(answer, period, granularity);
        return new MicrogridView(
                answer.site().siteId(),
                period.toString(),
                granularity.word(),
                answer.site().timeZone().getId(),
                !answer.grid().loadMetered().isEmpty(),
                CONVENTION,
                partOf(answer, 0, answer.hours().count()),
                parts,
                answer.findings(),
                Table.of(COLUMNS, parts, part -> row(answer.site().siteId(), part)));
    }

    private static List<PartView> parts(
            Microgrids.Answer answer, Period period, Granularity granularity) {
        ZoneId zone = answer.site().timeZone();
        var parts = new ArrayList<PartView>();
        for (Period part : granularity.partsOf(period)) {
            int from = answer.hours().hourOf(part.start(), zone);
            int to = answer.hours().hourOf(part.end(), zone);
            if (granularity != Granularity.HOUR) {
                parts.add(partOf(answer, from, to));
            } else {
                for (int hour = from; hour < to; hour++) {
                    parts.add(partOf(answer, hour, hour + 1));
                }
            }
        }
        return parts;
    }

    private static PartView partOf(Microgrids.Answer answer, int from, int to) {
        Microgrid.Part part = answer.grid().part(from, to);
        ZoneId zone = answer.site().timeZone();
        return new PartView(
                answer.hours().startOf(from).atZone(zone).toOffsetDateTime(),
                answer.hours().startOf(to).atZone(zone).toOffsetDateTime(),
                kwh(part.load()),
                kwh(part.of(SiteFlow.GRID_IMPORT)),
                kwh(part.of(SiteFlow.PV)),
                kwh(part.of(SiteFlow.WIND)),
                kwh(part.of(SiteFlow.OTHER_GENERATION)),
                kwh(part.of(SiteFlow.STORAGE_DISCHARGE)),
                kwh(part.of(SiteFlow.STORAGE_CHARGE)),
                part.hours() == 0
                        ? null
                        : ofStorage(answer, run -> run.lostKwh(answer.grid().known(), from, to)),
                part.hours() == 0 ? null : ofStorage(answer, run -> run.stateKwh(to)),
                kwh(part.of(SiteFlow.GRID_EXPORT)),
                kwh(part.of(SiteFlow.CURTAILED)),
                kwh(part.residual()),
                part.hours(),
                part.missingHours());
    }

    private static @Nullable BigDecimal ofStorage(
            Microgrids.Answer answer, Function<StorageRun, BigDecimal> kwh) {
        return answer.runs().stream()
                .map(kwh)
                .reduce(BigDecimal::add)
                .map(Presentation::kwh)
                .orElse(null);
    }

    private static @Nullable BigDecimal kwh(Optional<Long> joules) {
        return joules.map(Presentation::kwh).orElse(null);
    }

    private static List<@Nullable Object> row(String siteId, PartView part) {
        return Table.row(
                siteId,
                part.start(),
                part.end(),
                part.loadKwh(),
                part.gridImportKwh(),
                part.pvKwh(),
                part.windKwh(),
                part.otherGenerationKwh(),
                part.storageDischargeKwh(),
                part.storageChargeKwh(),
                part.storageLossKwh(),
                part.stateOfChargeKwh(),
                part.gridExportKwh(),
                part.curtailedKwh(),
                part.residualKwh(),
                part.hours(),
                part.missingHours());
    }
}

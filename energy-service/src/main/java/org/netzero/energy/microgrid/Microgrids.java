package org.netzero.energy.microgrid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.operation.StorageOperation;
import org.netzero.energy.operation.StorageOperations;
import org.netzero.energy.operation.StorageRun;
import org.netzero.energy.site.Site;
import org.netzero.energy.storage.Storage;
import org.netzero.energy.storage.Storages;
import org.netzero.platform.input.Period;

/// The sites as grids of their own, from the intervals of their meters.
@ApplicationScoped
class Microgrids {

    private final HourlySeries series;
    private final Storages storages;
    private final StorageOperations operations;

    Microgrids(HourlySeries series, Storages storages, StorageOperations operations) {
        this.series = series;
        this.storages = storages;
        this.operations = operations;
    }

    /// A site over a period.
    ///
    /// @param runs of all its storage; none where it has none, or whose meters cannot be told apart
    record Answer(
            Site site,
            HourlySeries.Hours hours,
            Microgrid grid,
            List<StorageRun> runs,
            List<Finding> findings) {}

    Answer of(Site site, Period period) {
        List<Storage> held = storages.ofSite(site.siteId());
        HourlySeries.Hours hours = series.ofSite(period, site, held.size());
        Microgrid grid = gridOf(hours);
        var findings = new ArrayList<>(findings(site, hours, grid));
        List<StorageOperation> operated =
                held.stream().map(storage -> operation(storage, site, period, hours)).toList();
        operated.stream()
                .flatMap(operation -> operation.findings().stream())
                .forEach(findings::add);
        return new Answer(site, hours, grid, runs(operated), List.copyOf(findings));
    }

    private StorageOperation operation(
            Storage storage, Site site, Period period, HourlySeries.Hours hours) {
        return operations.of(storage, site, period, hours, StorageOperations.Stated.NONE);
    }

    private static List<StorageRun> runs(List<StorageOperation> operated) {
        return operated.stream().anyMatch(operation -> operation.expected().isEmpty())
                ? List.of()
                : operated.stream().map(StorageOperation::run).toList();
    }

    private static Microgrid gridOf(HourlySeries.Hours hours) {
        Map<SiteFlow, long[]> streams = new EnumMap<>(SiteFlow.class);
        Map<SiteFlow, BitSet> inService = new EnumMap<>(SiteFlow.class);
        var expected = new BitSet();
        var incomplete = new BitSet();
        for (MeterHours meter : hours.meters()) {
            Optional<SiteFlow> stream = SiteFlow.of(meter.meter().source());
            if (stream.isEmpty()) {
                continue;
            }
            long[] sums = streams.computeIfAbsent(stream.get(), of -> new long[hours.count()]);
            BitSet served = inService.computeIfAbsent(stream.get(), of -> new BitSet());
            for (int hour = 0; hour < sums.length; hour++) {
                sums[hour] += meter.joules()[hour];
                if (meter.isExpected(hour) && stream.get() != SiteFlow.CURTAILED) {
                    served.set(hour);
                    incomplete.set(hour, incomplete.get(hour) || !meter.isWhole(hour));
                }
            }
            expected.or(served);
        }
        var known = (BitSet) expected.clone();
        known.andNot(incomplete);
        // a site without such a meter draws nothing; one whose meter is not in service, who knows
        Optional.ofNullable(inService.get(SiteFlow.GRID_IMPORT)).ifPresent(known::and);
        return new Microgrid(
                streams,
                known,
                expected,
                inService.getOrDefault(SiteFlow.METERED_LOAD, new BitSet()));
    }

    private static List<Finding> findings(Site site, HourlySeries.Hours hours, Microgrid grid) {
        var findings = new ArrayList<Finding>();
        if (!grid.streams().containsKey(SiteFlow.GRID_IMPORT)) {
            findings.add(
                    new Finding(
                            FindingCode.NO_LOAD_METER,
                            site.siteId(),
                            "no meter tells what '%s' draws from the grid, so it counts as drawing nothing"
                                    .formatted(site.siteId())));
        }
        Microgrid.Part all = grid.part(0, hours.count());
        if (all.missingHours() > 0) {
            findings.add(
                    new Finding(
                            FindingCode.HOURS_NOT_MEASURED,
                            site.siteId(),
                            "%,d of %,d hours are not measured by all meters in service, or by none of what comes from the grid; they are left out of all sums"
                                    .formatted(
                                            all.missingHours(), all.hours() + all.missingHours())));
        }
        long negative = 0;
        long differing = 0;
        for (int hour = 0; hour < hours.count(); hour++) {
            Microgrid.Part part = grid.part(hour, hour + 1);
            negative += part.reachingLoad().filter(joules -> joules < 0).isPresent() ? 1 : 0;
            differing += part.residual().filter(joules -> joules != 0).isPresent() ? 1 : 0;
        }
        if (negative > 0) {
            findings.add(
                    new Finding(
                            FindingCode.NEGATIVE_LOAD,
                            site.siteId(),
                            "in %,d hours more left '%s' than came in; check exports and storage"
                                    .formatted(negative, site.siteId())));
        }
        if (differing > 0) {
            findings.add(
                    new Finding(
                            FindingCode.LOAD_DIFFERS,
                            site.siteId(),
                            "in %,d hours the load that '%s' meters is not what came in less what went out; residualKwh says by how much"
                                    .formatted(differing, site.siteId())));
        }
        return findings;
    }
}

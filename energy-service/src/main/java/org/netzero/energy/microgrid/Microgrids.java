package org.netzero.energy.microgrid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
    /// @param states what all its storage holds at the end of each hour, in kWh; empty where it has
    ///   none, or whose meters cannot be told apart
    // nobody compares two of them
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(
            Site site,
            HourlySeries.Hours hours,
            Microgrid grid,
            Optional<BigDecimal[]> states,
            List<Finding> findings) {}

    Answer of(Site site, Period period) {
        HourlySeries.Hours hours = series.ofSite(period, site);
        Microgrid grid = gridOf(hours);
        var findings = new ArrayList<>(findings(site, hours, grid));
        List<StorageOperation> run =
                storages.ofSite(site.siteId()).stream()
                        .map(storage -> operation(storage, site, period, hours))
                        .toList();
        run.stream().flatMap(operation -> operation.findings().stream()).forEach(findings::add);
        return new Answer(site, hours, grid, states(run, hours), List.copyOf(findings));
    }

    private StorageOperation operation(
            Storage storage, Site site, Period period, HourlySeries.Hours hours) {
        return operations.of(storage, site, period, hours, StorageOperations.Stated.NONE);
    }

    private static Optional<BigDecimal[]> states(
            List<StorageOperation> run, HourlySeries.Hours hours) {
        if (run.isEmpty() || run.stream().anyMatch(operation -> operation.expected().isEmpty())) {
            return Optional.empty();
        }
        var sums = new BigDecimal[hours.count()];
        for (StorageOperation operation : run) {
            BigDecimal[] states = operation.run().statesKwh();
            for (int hour = 0; hour < sums.length; hour++) {
                sums[hour] = sums[hour] == null ? states[hour] : sums[hour].add(states[hour]);
            }
        }
        return Optional.of(sums);
    }

    private static Microgrid gridOf(HourlySeries.Hours hours) {
        Map<Stream, long[]> streams = new EnumMap<>(Stream.class);
        var known = new BitSet();
        var expected = new BitSet();
        var incomplete = new BitSet();
        for (MeterHours meter : hours.meters()) {
            Optional<Stream> stream = Stream.of(meter.meter().source());
            if (stream.isEmpty()) {
                continue;
            }
            long[] sums = streams.computeIfAbsent(stream.get(), of -> new long[hours.count()]);
            for (int hour = 0; hour < sums.length; hour++) {
                sums[hour] += meter.joules()[hour];
                if (meter.isExpected(hour) && stream.get() != Stream.CURTAILED) {
                    expected.set(hour);
                    incomplete.set(hour, incomplete.get(hour) || !meter.isWhole(hour));
                }
            }
        }
        known.or(expected);
        known.andNot(incomplete);
        return new Microgrid(streams, known, expected);
    }

    private static List<Finding> findings(Site site, HourlySeries.Hours hours, Microgrid grid) {
        var findings = new ArrayList<Finding>();
        if (!grid.streams().containsKey(Stream.GRID_IMPORT)) {
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
                            "%,d of %,d hours are not measured by all meters in service; they are left out of all sums"
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

package org.netzero.energy.meter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Series;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;

/// The meters that one import has met so far. For one thread.
final class MeterBook {

    /// A meter and the clock of its site.
    ///
    /// @param settled whether what it measures can no longer change
    record Entry(int number, String meterId, Series series, Clockface clock, boolean settled) {}

    private final MeterTable table;
    private final Sites sites;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Clockface> clocks = new HashMap<>();

    MeterBook(MeterTable table, Sites sites) {
        this.table = table;
        this.sites = sites;
    }

    /// Looks up the meters of a batch that are not known yet, or could still change.
    void open(Collection<IntervalRow> batch) {
        Set<String> wanted = new HashSet<>();
        String last = "";
        for (IntervalRow row : batch) {
            if (!row.meterId().equals(last)) {
                last = row.meterId();
                @Nullable Entry entry = entries.get(last);
                if (entry == null || !entry.settled()) {
                    wanted.add(last);
                }
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<MeterTable.Known> found = table.named(wanted);
        Set<String> places =
                found.stream().map(known -> known.meter().siteId()).collect(Collectors.toSet());
        places.removeAll(clocks.keySet());
        if (!places.isEmpty()) {
            for (Site site : sites.named(places).values()) {
                clocks.put(site.siteId(), new Clockface(site.timeZone()));
            }
        }
        for (MeterTable.Known known : found) {
            Clockface clock = clocks.get(known.meter().siteId());
            if (clock != null) {
                entries.put(
                        known.meter().meterId(),
                        new Entry(
                                known.number(),
                                known.meter().meterId(),
                                known.meter().series(),
                                clock,
                                known.inUse()));
            }
        }
    }

    Optional<Entry> find(String meterId) {
        return Optional.ofNullable(entries.get(meterId));
    }
}

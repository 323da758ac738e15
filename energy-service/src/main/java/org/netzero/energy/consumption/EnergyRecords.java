package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netzero.energy.balance.Series;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.OnFile;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The energy records: append-only, each change told to the other services as totals.
@ApplicationScoped
class EnergyRecords {

    private final EnergyRecordTable table;
    private final EnergyItems items;
    private final ConsumptionTotals totals;
    private final Exports exports;
    private final Sites sites;
    private final Clock clock;

    EnergyRecords(
            EnergyRecordTable table,
            EnergyItems items,
            ConsumptionTotals totals,
            Exports exports,
            Sites sites,
            Clock clock) {
        this.table = table;
        this.items = items;
        this.totals = totals;
        this.exports = exports;
        this.sites = sites;
        this.clock = clock;
    }

    /// Stores the good ones of a batch of an import.
    ///
    /// @return what became of each record, in order
    @Transactional
    List<RowOutcome> store(List<EnergyRecord> batch, Origin origin) {
        return store(batch, origin.recordedBy(), Optional.of(origin.importId()));
    }

    /// The same, where no import brought them.
    @Transactional
    List<RowOutcome> store(List<EnergyRecord> batch, String caller) {
        return store(batch, caller, Optional.empty());
    }

    private List<RowOutcome> store(
            List<EnergyRecord> batch, String caller, Optional<UUID> importId) {
        Map<String, Site> places = sites.named(batch.stream().map(EnergyRecord::siteId).toList());
        List<Dating> datings = batch.stream().map(record -> date(record, places)).toList();
        List<DatedRecord> good =
                datings.stream()
                        .filter(Dating.Done.class::isInstance)
                        .map(dating -> ((Dating.Done) dating).dated())
                        .toList();
        List<OnFile<RecordContent>> known = heldAndKnown(good);
        IdentityHashMap<DatedRecord, RowOutcome.Rejected> refused = new IdentityHashMap<>();
        Decision decision = decide(datings, known, refused);
        IdentityHashMap<DatedRecord, RowOutcome.Rejected> above =
                exports.above(decision.insertions(), places);
        while (!above.isEmpty()) {
            refused.putAll(above);
            decision = decide(datings, known, refused);
            above = exports.above(decision.insertions(), places);
        }
        put(decision.insertions(), caller, importId);
        return decision.outcomes();
    }

    /// What becomes of a batch.
    private record Decision(
            List<RowOutcome> outcomes, List<Insertion<DatedRecord, RecordContent>> insertions) {}

    private static Decision decide(
            List<Dating> datings,
            List<OnFile<RecordContent>> known,
            IdentityHashMap<DatedRecord, RowOutcome.Rejected> refused) {
        var intake = Intake.<DatedRecord, RecordContent>reversible("recordId", known);
        List<RowOutcome> outcomes =
                datings.stream()
                        .map(dating ->
                                switch (dating) {
                                    case Dating.Done(DatedRecord dated) ->
                                            refused.containsKey(dated)
                                                    ? refused.get(dated)
                                                    : intake.take(
                                                            dated,
                                                            dated.record().recordId(),
                                                            dated.record().supersedes(),
                                                            RecordContent.of(dated));
                                    case Dating.Refused(RowOutcome.Rejected why) -> why;
                                })
                        .toList();
        return new Decision(outcomes, intake.insertions());
    }

    /// Stores all of them, or none.
    ///
    /// @throws RecordsRefused when one of them cannot be stored
    @Transactional
    List<RowOutcome> storeAll(List<EnergyRecord> records, String caller) {
        List<RowOutcome> outcomes = store(records, caller, Optional.empty());
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof RowOutcome.Rejected(List<Violation> reasons)) {
                String place = "[" + i + "]";
                reasons.forEach(reason -> violations.add(reason.within(place)));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordsRefused(violations);
        }
        return outcomes;
    }

    /// Holds every series the batch can change, then reads what is stored under its ids.
    private List<OnFile<RecordContent>> heldAndKnown(List<DatedRecord> batch) {
        Set<String> ids = new HashSet<>();
        Set<Series> series = new HashSet<>();
        for (DatedRecord dated : batch) {
            series.add(dated.series());
            ids.add(dated.record().recordId());
            dated.record().supersedes().ifPresent(ids::add);
        }
        table.named(ids).forEach(known -> series.add(known.record().content().series()));
        items.hold(series);
        return table.named(ids);
    }

    private void put(
            List<Insertion<DatedRecord, RecordContent>> insertions,
            String caller,
            Optional<UUID> importId) {
        if (insertions.isEmpty()) {
            return;
        }
        List<Long> sequences = table.insert(insertions, caller, importId);
        if (sequences.size() < insertions.size()) {
            throw new ConcurrentIntake();
        }
        Set<Series> touched = new HashSet<>();
        for (Insertion<DatedRecord, RecordContent> insertion : insertions) {
            touched.add(insertion.record().series());
            insertion.corrected().ifPresent(old -> touched.add(old.content().series()));
        }
        items.add(sequences, insertions.stream().anyMatch(i -> i.corrected().isPresent()));
        totals.tell(touched);
    }

    /// A record with its dates, or why it has none.
    private sealed interface Dating {
        record Done(DatedRecord dated) implements Dating {}

        record Refused(RowOutcome.Rejected why) implements Dating {}
    }

    private Dating date(EnergyRecord record, Map<String, Site> places) {
        Site site = places.get(record.siteId());
        if (site == null) {
            return new Dating.Refused(
                    new RowOutcome.Rejected(
                            "siteId",
                            "UNKNOWN_SITE",
                            String.valueOf(new UnknownSite(record.siteId()).getMessage())));
        }
        try {
            return new Dating.Done(DatedRecord.of(record, site, clock));
        } catch (InvalidInput invalid) {
            return new Dating.Refused(new RowOutcome.Rejected(invalid.violations()));
        }
    }
}

package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.emissions.activity.ActivityTable.OnFile;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.emissions.result.Bases;
import org.netzero.emissions.result.Basis;
import org.netzero.emissions.result.Results;
import org.netzero.platform.database.Retry;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.Violation;

/// The activity records. What is recorded is never changed: a correction is a record of its own,
/// and what it supersedes stays on file and counts no more.
@ApplicationScoped
public class Activities {

    /// Records whose results change at a time.
    private static final int STRETCH = 5_000;

    private final ActivityTable table;
    private final ChangedYears changedYears;
    private final Sites sites;
    private final Bases bases;
    private final Results results;
    private final Clock clock;

    Activities(
            ActivityTable table,
            ChangedYears changedYears,
            Sites sites,
            Bases bases,
            Results results,
            Clock clock) {
        this.table = table;
        this.changedYears = changedYears;
        this.sites = sites;
        this.bases = bases;
        this.results = results;
        this.clock = clock;
    }

    /// Records what is new and on a site that is known, each correction in place of what it
    /// supersedes.
    ///
    /// @param origin the import they come with; they are recorded in the transaction of the caller
    /// @return what became of each activity, in order
    List<RowOutcome> record(Prepared prepared, Origin origin) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        record(
                                prepared.activities(),
                                prepared.unknownSites(),
                                insertions ->
                                        put(
                                                insertions,
                                                prepared,
                                                origin.recordedBy(),
                                                Optional.of(origin.importId()))));
    }

    /// Says what would become of each, in a transaction of the caller that is rolled back. What
    /// they come to is not calculated, so that nobody waits for the sums of their years.
    List<RowOutcome> tryOut(List<Activity> activities, Set<String> unknownSites, Origin origin) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        record(
                                activities,
                                unknownSites,
                                insertions ->
                                        table.insert(
                                                insertions,
                                                clock.instant(),
                                                origin.recordedBy(),
                                                Optional.of(origin.importId()))));
    }

    /// Records all of them, or none.
    ///
    /// @throws ActivitiesRefused when one of them cannot be recorded
    List<RowOutcome> recordAll(List<Activity> activities, String recordedBy) {
        Prepared prepared = prepared(activities);
        return Retry.of(() ->
                QuarkusTransaction.requiringNew().call(() -> recordAll(prepared, recordedBy)));
    }

    private List<RowOutcome> recordAll(Prepared prepared, String recordedBy) {
        List<RowOutcome> outcomes =
                record(
                        prepared.activities(),
                        prepared.unknownSites(),
                        insertions -> put(insertions, prepared, recordedBy, Optional.empty()));
        List<Violation> refused = refused(outcomes);
        if (!refused.isEmpty()) {
            throw new ActivitiesRefused(refused);
        }
        return outcomes;
    }

    /// What can be known of activities before the transaction that records them.
    ///
    /// @param unknownSites the sites they name that nobody knows
    /// @param results what they come to if each of them is recorded and none corrects another;
    ///   empty where they seem to be on file already
    record Prepared(
            List<Activity> activities,
            Set<String> unknownSites,
            Basis basis,
            Optional<Results.Calculated> results) {}

    /// Waits for a site on its way, so it is not for a transaction.
    Prepared prepared(List<Activity> activities) {
        Set<String> unknown = unknownSites(activities);
        Basis basis = bases.current();
        return new Prepared(
                activities,
                unknown,
                basis,
                seemKnown(activities)
                        ? Optional.empty()
                        : Optional.of(
                                Results.calculate(
                                        activities.stream()
                                                .map(activity -> record(activity, basis))
                                                .toList(),
                                        basis)));
    }

    /// Whether the first and the last of them are on file. A file that is sent again is then not
    /// calculated for nothing; what is new in it after all is calculated when it is recorded.
    private boolean seemKnown(List<Activity> activities) {
        return !activities.isEmpty()
                && table.knows(
                        Stream.of(activities.getFirst(), activities.getLast())
                                .map(Activity::activityId)
                                .collect(Collectors.toSet()));
    }

    /// The sites they name that nobody knows; waits for one on its way, so not in a transaction.
    Set<String> unknownSites(List<Activity> activities) {
        return sites.unknown(
                activities.stream()
                        .flatMap(activity -> activity.siteId().stream())
                        .collect(Collectors.toSet()));
    }

    /// @param store takes what is new
    private List<RowOutcome> record(
            List<Activity> activities,
            Set<String> unknownSites,
            Consumer<List<Intake.Insertion<Activity, Activity>>> store) {
        Set<String> ids = new HashSet<>();
        for (Activity activity : activities) {
            ids.add(activity.activityId());
            activity.supersedes().ifPresent(ids::add);
        }
        List<OnFile> onFile = table.named(ids);
        Intake<Activity, Activity> intake =
                Intake.reversible("activityId", onFile.stream().map(OnFile::known).toList());
        List<RowOutcome> outcomes =
                activities.stream()
                        .map(activity ->
                                activity.siteId().filter(unknownSites::contains).isPresent()
                                        ? unknownSite(activity.siteId().get())
                                        : intake.take(
                                                activity,
                                                activity.activityId(),
                                                activity.supersedes(),
                                                activity))
                        .toList();
        store.accept(intake.insertions());
        return outcomes;
    }

    private static RowOutcome unknownSite(String siteId) {
        return new RowOutcome.Rejected(
                "siteId",
                "UNKNOWN_SITE",
                "there is no site '%s'; register it with PUT /api/sites/%s or import sites first"
                        .formatted(siteId, siteId));
    }

    private void put(
            List<Intake.Insertion<Activity, Activity>> insertions,
            Prepared prepared,
            String recordedBy,
            Optional<UUID> importId) {
        if (insertions.isEmpty()) {
            return;
        }
        Basis basis = bases.current();
        Set<Revision> corrected = new HashSet<>();
        for (Intake.Insertion<Activity, Activity> insertion : insertions) {
            insertion.corrected().map(Revision::of).ifPresent(corrected::add);
        }
        boolean isAsPrepared =
                corrected.isEmpty()
                        && insertions.size() == prepared.activities().size()
                        && basis == prepared.basis();
        Results.Calculated come =
                prepared.results()
                        .filter(results -> isAsPrepared)
                        .orElseGet(() ->
                                Results.calculate(
                                        insertions.stream()
                                                .filter(insertion ->
                                                        !corrected.contains(Revision.of(insertion)))
                                                .map(insertion -> record(insertion.record(), basis))
                                                .toList(),
                                        basis));
        table.insert(insertions, clock.instant(), recordedBy, importId);
        results.change(gone(insertions, corrected, basis), come);
        Set<Integer> years = new HashSet<>();
        for (Intake.Insertion<Activity, Activity> insertion : insertions) {
            years.add(insertion.record().start().getYear());
            insertion.corrected().ifPresent(old -> years.add(old.content().start().getYear()));
        }
        changedYears.mark(years);
    }

    /// The records on file that count no more.
    private static List<ActivityRecord> gone(
            List<Intake.Insertion<Activity, Activity>> insertions,
            Set<Revision> corrected,
            Basis basis) {
        if (corrected.isEmpty()) {
            return List.of();
        }
        Set<Revision> inserted = insertions.stream().map(Revision::of).collect(Collectors.toSet());
        return insertions.stream()
                .flatMap(insertion -> insertion.corrected().stream())
                .filter(old -> !inserted.contains(Revision.of(old)))
                .map(old -> record(old.content(), basis))
                .toList();
    }

    /// What tells a record on file from every other. One may be corrected by the very batch it
    /// comes with, and then never counts.
    private record Revision(String activityId, int revision) {

        static Revision of(Intake.Insertion<Activity, Activity> insertion) {
            return new Revision(insertion.record().activityId(), insertion.revision());
        }

        static Revision of(Intake.Stored<Activity> stored) {
            return new Revision(stored.id(), stored.revision());
        }
    }

    private static List<Violation> refused(List<RowOutcome> outcomes) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof RowOutcome.Rejected(List<Violation> reasons)) {
                String place = "[%d]".formatted(i);
                reasons.forEach(reason -> violations.add(reason.within(place)));
            }
        }
        return violations;
    }

    /// Hands on the records that start in the year, a stretch at a time, in no order.
    ///
    /// @param basis tells the regions of those that name none
    public void eachOf(int year, Basis basis, Consumer<List<ActivityRecord>> reader) {
        table.eachOf(
                year,
                activities ->
                        reader.accept(
                                activities.stream()
                                        .map(activity -> record(activity, basis))
                                        .toList()));
    }

    /// Takes what the records of an import come to out of the results, in the transaction that
    /// takes the records back.
    void discount(UUID importId) {
        Basis basis = bases.current();
        table.eachOf(
                importId,
                stretch ->
                        results.change(
                                stretch.stream().map(activity -> record(activity, basis)).toList(),
                                Results.calculate(List.of(), basis)));
    }

    /// Puts what records come to into the results, in the transaction that makes them count again.
    void countAgain(List<String> activityIds) {
        Basis basis = bases.current();
        for (int from = 0; from < activityIds.size(); from += STRETCH) {
            List<String> stretch =
                    activityIds.subList(from, Math.min(activityIds.size(), from + STRETCH));
            results.change(List.of(), Results.calculate(find(stretch, basis), basis));
        }
    }

    /// A record that counts.
    public Optional<ActivityRecord> find(String activityId, Basis basis) {
        return find(List.of(activityId), basis).stream().findFirst();
    }

    /// Those of the ids that have a record that counts.
    public List<ActivityRecord> find(Collection<String> activityIds, Basis basis) {
        return table.standing(activityIds).stream()
                .map(activity -> record(activity, basis))
                .toList();
    }

    /// Those of the records that count, held until the transaction ends.
    List<ActivityRecord> hold(List<ActivityRecord> records, Basis basis) {
        return table.hold(records.stream().map(ActivityRecord::activityId).toList()).stream()
                .map(activity -> record(activity, basis))
                .toList();
    }

    private static ActivityRecord record(Activity activity, Basis basis) {
        return new ActivityRecord(
                activity.activityId(),
                activity.scope(),
                activity.category(),
                activity.activity(),
                activity.quantity(),
                activity.siteId(),
                basis.regionsOf(activity.region(), activity.siteId()),
                activity.start(),
                activity.end(),
                activity.method(),
                activity.inputs(),
                activity.factorId(),
                activity.provenance(),
                activity.quality());
    }
}

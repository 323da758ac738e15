package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.ActivityTotal;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.Violation;

/// The activity records. What is recorded is never changed: a correction is a record of its own,
/// and what it supersedes stays on file and counts no more.
@ApplicationScoped
public class Activities {

    private final ActivityRepository repository;
    private final ActivityTable table;
    private final ChangedYears changedYears;
    private final Sites sites;
    private final Factors factors;
    private final Clock clock;

    Activities(
            ActivityRepository repository,
            ActivityTable table,
            ChangedYears changedYears,
            Sites sites,
            Factors factors,
            Clock clock) {
        this.repository = repository;
        this.table = table;
        this.changedYears = changedYears;
        this.sites = sites;
        this.factors = factors;
        this.clock = clock;
    }

    /// Records what is new and on a site that is known, each correction in place of what it
    /// supersedes.
    ///
    /// @param origin the import they come with; they are recorded in the transaction of the caller
    /// @return what became of each activity, in order
    List<RowOutcome> record(List<Activity> activities, Origin origin) {
        Set<String> unknownSites = unknownSites(activities);
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        record(
                                activities,
                                unknownSites,
                                origin.recordedBy(),
                                Optional.of(origin.importId())));
    }

    /// Records all of them, or none.
    ///
    /// @throws ActivitiesRefused when one of them cannot be recorded
    List<RowOutcome> recordAll(List<Activity> activities, String recordedBy) {
        Set<String> unknownSites = unknownSites(activities);
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    List<RowOutcome> outcomes =
                            record(activities, unknownSites, recordedBy, Optional.empty());
                    List<Violation> refused = refused(outcomes);
                    if (!refused.isEmpty()) {
                        throw new ActivitiesRefused(refused);
                    }
                    return outcomes;
                });
    }

    private Set<String> unknownSites(List<Activity> activities) {
        return sites.unknown(
                activities.stream().flatMap(activity -> activity.siteId().stream()).toList());
    }

    private List<RowOutcome> record(
            List<Activity> activities,
            Set<String> unknownSites,
            String recordedBy,
            Optional<UUID> importId) {
        Set<String> ids = new HashSet<>();
        for (Activity activity : activities) {
            ids.add(activity.activityId());
            activity.supersedes().ifPresent(ids::add);
        }
        List<ActivityEntity> onFile = repository.named(ids);
        var intake =
                new Intake<Activity, Activity>(
                        "activityId",
                        onFile.stream()
                                .filter(entity -> !entity.reversed)
                                .map(ActivityEntity::stored)
                                .toList(),
                        onFile.stream()
                                .filter(entity -> entity.reversed)
                                .collect(
                                        Collectors.toMap(
                                                entity -> entity.activityId,
                                                entity -> entity.revision,
                                                Math::max)));
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
        put(intake.insertions(), recordedBy, importId);
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
            String recordedBy,
            Optional<UUID> importId) {
        if (insertions.isEmpty()) {
            return;
        }
        table.insert(insertions, clock.instant(), recordedBy, importId);
        Set<Integer> years = new HashSet<>();
        for (Intake.Insertion<Activity, Activity> insertion : insertions) {
            years.add(insertion.record().start().getYear());
            insertion.corrected().ifPresent(old -> years.add(old.content().start().getYear()));
        }
        changedYears.mark(years);
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

    /// Records that start in the year, each with the regions it lies in: its own, else its site's,
    /// else the company's.
    public List<ActivityRecord> ofYear(int year) {
        Map<String, Place> places = sites.places();
        Optional<Place> company = sites.groupPlace();
        Regions regions = factors.library().regions();
        return repository.ofYear(year).stream()
                .map(ActivityEntity::value)
                .map(activity -> record(activity, regionsOf(activity, places, company, regions)))
                .toList();
    }

    /// How much is on record in the year, by site and activity.
    public List<ActivityTotal> totalsOfYear(int year) {
        return repository.totalsOfYear(year);
    }

    private static List<String> regionsOf(
            Activity activity,
            Map<String, Place> places,
            Optional<Place> company,
            Regions regions) {
        if (activity.region().isPresent()) {
            return regions.path(activity.region().get());
        }
        return activity.siteId()
                .map(places::get)
                .or(() -> company)
                .map(p -> regions.path(p.country(), p.province(), p.gridZone()))
                .orElse(List.of(Regions.WORLD));
    }

    private static ActivityRecord record(Activity activity, List<String> regions) {
        return new ActivityRecord(
                activity.activityId(),
                activity.scope(),
                activity.category(),
                activity.activity(),
                activity.quantity(),
                activity.siteId(),
                regions,
                activity.start(),
                activity.end(),
                activity.method(),
                activity.inputs(),
                activity.factorId(),
                activity.provenance());
    }
}

package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.imports.RowOutcome;

/// The activity records. What is recorded is never changed.
@ApplicationScoped
public class Activities {

    private final ActivityRepository repository;
    private final ChangedYears changedYears;
    private final Sites sites;
    private final Factors factors;
    private final Clock clock;

    Activities(
            ActivityRepository repository,
            ChangedYears changedYears,
            Sites sites,
            Factors factors,
            Clock clock) {
        this.repository = repository;
        this.changedYears = changedYears;
        this.sites = sites;
        this.factors = factors;
        this.clock = clock;
    }

    /// Records what is new.
    ///
    /// @return what became of each activity, in order; a taken id with other content is rejected as
    ///   `ID_CONFLICT`
    @Transactional
    List<RowOutcome> record(List<Activity> activities, String recordedBy) {
        Instant now = clock.instant();
        Map<String, Activity> known =
                repository
                        .list(
                                "activityId in ?1",
                                activities.stream().map(Activity::activityId).toList())
                        .stream()
                        .map(ActivityEntity::value)
                        .collect(
                                Collectors.toMap(
                                        Activity::activityId,
                                        Function.identity(),
                                        (first, second) -> first,
                                        HashMap::new));
        var outcomes = new ArrayList<RowOutcome>();
        var recorded = new ArrayList<Activity>();
        for (Activity activity : activities) {
            @Nullable Activity taken = known.putIfAbsent(activity.activityId(), activity);
            if (taken == null) {
                recorded.add(activity);
                outcomes.add(new RowOutcome.Accepted());
            } else if (taken.equals(activity)) {
                outcomes.add(new RowOutcome.Duplicate());
            } else {
                outcomes.add(conflict(activity));
            }
        }
        repository.persist(recorded.stream().map(a -> ActivityEntity.of(a, now, recordedBy)));
        changedYears.mark(recorded.stream().map(a -> a.start().getYear()).toList());
        return outcomes;
    }

    private static RowOutcome conflict(Activity activity) {
        return new RowOutcome.Rejected(
                "activityId",
                "ID_CONFLICT",
                "'%s' is taken by other content; use a new id".formatted(activity.activityId()));
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
                activity.factorId(),
                activity.provenance());
    }
}

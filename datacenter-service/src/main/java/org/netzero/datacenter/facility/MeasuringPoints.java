package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.netzero.platform.imports.RowOutcome;

/// All measuring points. Readings ask for them all the time, so those asked for are held in memory
/// until points change; another instance of the service sees within seconds that they did.
@ApplicationScoped
public class MeasuringPoints {

    private static final int MOST_AT_ONCE = 10_000;

    /// A fifth of the heap, at about 400 bytes each.
    private static final long MOST_HELD = Runtime.getRuntime().maxMemory() / 5 / 400;

    private final MeasuringPointRepository points;
    private final FacilityRepository facilities;
    private final Clock clock;
    private final Event<PointsChanged> changed;
    private final AtomicLong seen = new AtomicLong();
    private final Map<String, NumberedPoint> byId = new ConcurrentHashMap<>();
    private final Map<Integer, NumberedPoint> byNumber = new ConcurrentHashMap<>();

    MeasuringPoints(
            MeasuringPointRepository points,
            FacilityRepository facilities,
            Clock clock,
            Event<PointsChanged> changed) {
        this.points = points;
        this.facilities = facilities;
        this.clock = clock;
        this.changed = changed;
    }

    /// Defines points, or changes the limits of points that are defined; points not named stay as
    /// they are.
    ///
    /// @throws PointConflict when a point measures something else already; nothing is stored then
    void define(List<MeasuringPoint> defined) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    defined.forEach(this::define);
                    points.change();
                });
        look();
    }

    private void define(MeasuringPoint point) {
        points.find("pointId", point.pointId())
                .firstResultOptional()
                .ifPresentOrElse(
                        known -> {
                            if (!known.toPoint().measuresLike(point)) {
                                throw new PointConflict(known.toPoint());
                            }
                            known.updateLimits(point);
                        },
                        () -> points.persist(MeasuringPointEntity.of(point, clock.instant())));
    }

    /// Defines points that are new; one that is known otherwise, or whose facility is not known, is
    /// refused.
    List<RowOutcome> addAll(List<MeasuringPoint> batch) {
        List<RowOutcome> outcomes =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            List<RowOutcome> added = batch.stream().map(this::add).toList();
                            points.change();
                            return added;
                        });
        look();
        return outcomes;
    }

    private RowOutcome add(MeasuringPoint point) {
        var known = points.find("pointId", point.pointId()).firstResultOptional();
        if (known.isPresent()) {
            return known.get().toPoint().equals(point)
                    ? new RowOutcome.Duplicate()
                    : new RowOutcome.Rejected(
                            "pointId",
                            "ID_CONFLICT",
                            "'%s' is known with other content; its limits change with PUT /api/datacenters/%s/points"
                                    .formatted(point.pointId(), known.get().datacenterId));
        }
        if (facilities.findByIdOptional(point.datacenterId()).isEmpty()) {
            return new RowOutcome.Rejected(
                    "datacenterId",
                    "UNKNOWN_DATACENTER",
                    "there is no data centre '%s'; import datacenters first"
                            .formatted(point.datacenterId()));
        }
        points.persist(MeasuringPointEntity.of(point, clock.instant()));
        return new RowOutcome.Accepted();
    }

    List<MeasuringPoint> of(String datacenterId) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        points.stream("datacenterId", Sort.by("pointId"), datacenterId)
                                .map(MeasuringPointEntity::toPoint)
                                .toList());
    }

    /// The points of these ids, as far as there are any.
    public Map<String, NumberedPoint> byId(Collection<String> pointIds) {
        var found = new HashMap<String, NumberedPoint>();
        var missing = new ArrayList<String>();
        for (String id : pointIds) {
            NumberedPoint held = byId.get(id);
            if (held == null) {
                missing.add(id);
            } else {
                found.put(id, held);
            }
        }
        if (!missing.isEmpty()) {
            load("pointId in ?1", missing)
                    .forEach(point -> found.put(point.point().pointId(), point));
        }
        return found;
    }

    /// The points of these numbers, as far as there are any.
    public Map<Integer, NumberedPoint> byNumber(Collection<Integer> numbers) {
        var found = new LinkedHashMap<Integer, NumberedPoint>();
        var missing = new ArrayList<Integer>();
        for (Integer number : numbers) {
            NumberedPoint held = byNumber.get(number);
            if (held == null) {
                missing.add(number);
            } else {
                found.put(number, held);
            }
        }
        if (!missing.isEmpty()) {
            load("number in ?1", missing).forEach(point -> found.put(point.number(), point));
        }
        return found;
    }

    /// A statement has so many parameters, and no more.
    private List<NumberedPoint> load(String condition, List<?> values) {
        long before = seen.get();
        var loaded = new ArrayList<NumberedPoint>();
        for (int from = 0; from < values.size(); from += MOST_AT_ONCE) {
            loaded.addAll(
                    loadSome(
                            condition,
                            values.subList(from, Math.min(values.size(), from + MOST_AT_ONCE))));
        }
        if (byId.size() + loaded.size() > MOST_HELD) {
            byId.clear();
            byNumber.clear();
        }
        for (NumberedPoint point : loaded) {
            byId.put(point.point().pointId(), point);
            byNumber.put(point.number(), point);
        }
        if (seen.get() != before) {
            // what was loaded may be of before the change
            byId.clear();
            byNumber.clear();
        }
        return loaded;
    }

    private List<NumberedPoint> loadSome(String condition, List<?> values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    try (Stream<MeasuringPointEntity> rows = points.stream(condition, values)) {
                        return rows.map(row -> new NumberedPoint(row.number, row.toPoint()))
                                .toList();
                    }
                });
    }

    /// Looks whether points changed, here or in another instance, and lets go of what is held then.
    @Scheduled(every = "5s", delayed = "5s")
    void look() {
        long changes = QuarkusTransaction.requiringNew().call(points::changes);
        if (seen.getAndSet(changes) != changes) {
            byId.clear();
            byNumber.clear();
            changed.fire(new PointsChanged());
        }
    }
}

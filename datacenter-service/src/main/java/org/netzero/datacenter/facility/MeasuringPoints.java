package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.Meter;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// All measuring points. Readings ask for them all the time, so those asked for are held in memory
/// until points change; another instance of the service sees within seconds that they did.
@ApplicationScoped
public class MeasuringPoints {

    private static final int MOST_AT_ONCE = 10_000;

    /// A quarter of the heap, at about 230 bytes each: 1,400,000 points in 1,280 MB.
    private static final long MOST_HELD = Runtime.getRuntime().maxMemory() / 4 / 230;

    private final MeasuringPointTable table;
    private final MeterExchangeTable exchanges;
    private final PendingPoints pending;
    private final FacilityRepository facilities;
    private final Clock clock;
    private final Event<PointsChanged> changed;
    private final AtomicLong seen = new AtomicLong();
    private final Map<String, NumberedPoint> byId = new ConcurrentHashMap<>();
    private final PointsByNumber byNumber = new PointsByNumber();
    private final SharedValues shared = new SharedValues();

    MeasuringPoints(
            MeasuringPointTable table,
            MeterExchangeTable exchanges,
            PendingPoints pending,
            FacilityRepository facilities,
            Clock clock,
            Event<PointsChanged> changed) {
        this.table = table;
        this.exchanges = exchanges;
        this.pending = pending;
        this.facilities = facilities;
        this.clock = clock;
        this.changed = changed;
    }

    /// Defines points of a facility, or changes the limits, main meters and rooms of points that
    /// are defined; points not named stay as they are.
    ///
    /// @throws PointConflict when a point measures something else already; nothing is stored then
    /// @throws InvalidInput when an id comes twice or a main meter does not fit
    void define(List<MeasuringPoint> defined) {
        refuseRepeated(defined);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    table.takeTurn();
                    Map<String, RegisteredPoint> known = named(ids(defined));
                    for (MeasuringPoint point : defined) {
                        RegisteredPoint same = known.get(point.pointId());
                        if (same != null && !same.point().measuresLike(point)) {
                            throw new PointConflict(same.point());
                        }
                    }
                    refuseMainMeters(defined);
                    insert(defined.stream().filter(p -> !known.containsKey(p.pointId())).toList());
                    table.updateLimits(
                            defined.stream().filter(p -> known.containsKey(p.pointId())).toList());
                    table.change();
                });
        look();
    }

    private static void refuseRepeated(List<MeasuringPoint> defined) {
        var seen = new HashSet<String>();
        for (int i = 0; i < defined.size(); i++) {
            String id = defined.get(i).pointId();
            if (!seen.add(id)) {
                throw new InvalidInput(
                        "[%d].pointId".formatted(i),
                        "REPEATED_ID",
                        "'%s' comes twice; name each point once".formatted(id));
            }
        }
    }

    private void refuseMainMeters(List<MeasuringPoint> defined) {
        var mainMeters = new MainMeters(defined, this::onFile, this::behind);
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < defined.size(); i++) {
            String place = "[%d]".formatted(i);
            mainMeters
                    .refusal(defined.get(i))
                    .map(violation -> violation.within(place))
                    .ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private Collection<MeasuringPoint> onFile(Collection<String> pointIds) {
        return table.named(pointIds).stream().map(RegisteredPoint::point).toList();
    }

    private Collection<MeasuringPoint> behind(Collection<String> pointIds) {
        return table.behind(pointIds).stream().map(RegisteredPoint::point).toList();
    }

    private void insert(List<MeasuringPoint> points) {
        table.insert(points, now());
        pending.settle(points);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<String> ids(Collection<MeasuringPoint> points) {
        return points.stream().map(MeasuringPoint::pointId).toList();
    }

    private Map<String, RegisteredPoint> named(Collection<String> pointIds) {
        return table.named(pointIds).stream()
                .collect(Collectors.toMap(known -> known.point().pointId(), known -> known));
    }

    /// Defines points that are new; one that is known otherwise, or whose facility or main meter is
    /// not known, is refused.
    List<RowOutcome> addAll(List<MeasuringPoint> batch) {
        List<RowOutcome> outcomes = QuarkusTransaction.requiringNew().call(() -> added(batch));
        if (outcomes.stream().anyMatch(RowOutcome.Accepted.class::isInstance)) {
            look();
        }
        return outcomes;
    }

    private List<RowOutcome> added(List<MeasuringPoint> batch) {
        table.takeTurn();
        var known = new HashMap<String, MeasuringPoint>();
        onFile(ids(batch)).forEach(point -> known.put(point.pointId(), point));
        Set<String> facilityIds = knownFacilities(batch);
        var outcomes = new ArrayList<RowOutcome>();
        Map<Integer, MeasuringPoint> added = new LinkedHashMap<>();
        for (MeasuringPoint point : batch) {
            RowOutcome outcome = outcome(point, known.get(point.pointId()), facilityIds);
            if (outcome instanceof RowOutcome.Accepted) {
                added.put(outcomes.size(), point);
                known.put(point.pointId(), point);
            }
            outcomes.add(outcome);
        }
        refuseMainMeters(added, outcomes);
        if (!added.isEmpty()) {
            insert(List.copyOf(added.values()));
            table.change();
        }
        return outcomes;
    }

    private Set<String> knownFacilities(List<MeasuringPoint> batch) {
        Set<String> named =
                batch.stream().map(MeasuringPoint::datacenterId).collect(Collectors.toSet());
        return facilities.list("datacenterId in ?1", named).stream()
                .map(facility -> facility.datacenterId)
                .collect(Collectors.toSet());
    }

    private static RowOutcome outcome(
            MeasuringPoint point, @Nullable MeasuringPoint known, Set<String> facilityIds) {
        if (known != null) {
            return known.equals(point)
                    ? new RowOutcome.Duplicate()
                    : new RowOutcome.Rejected(
                            "pointId",
                            "ID_CONFLICT",
                            "'%s' is known with other content; its limits change with PUT /api/datacenters/%s/points"
                                    .formatted(point.pointId(), known.datacenterId()));
        }
        return facilityIds.contains(point.datacenterId())
                ? new RowOutcome.Accepted()
                : new RowOutcome.Rejected(
                        "datacenterId",
                        "UNKNOWN_DATACENTER",
                        "there is no data centre '%s'; import datacenters first"
                                .formatted(point.datacenterId()));
    }

    /// Refuses points whose main meter does not fit, and then those behind them.
    private void refuseMainMeters(Map<Integer, MeasuringPoint> added, List<RowOutcome> outcomes) {
        var mainMeters = new MainMeters(added.values(), this::onFile, none -> List.of());
        boolean refused = true;
        while (refused) {
            refused = false;
            for (int row : List.copyOf(added.keySet())) {
                MeasuringPoint point = added.get(row);
                Optional<Violation> why =
                        point == null ? Optional.empty() : mainMeters.refusal(point);
                if (point != null && why.isPresent()) {
                    outcomes.set(row, new RowOutcome.Rejected(List.of(why.get())));
                    added.remove(row);
                    mainMeters.withdraw(point.pointId());
                    refused = true;
                }
            }
        }
    }

    /// @throws UnknownPoint when the facility has no such point
    RegisteredPoint get(String datacenterId, String pointId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> table.named(List.of(pointId)).stream())
                .filter(known -> known.point().datacenterId().equals(datacenterId))
                .findFirst()
                .orElseThrow(() -> new UnknownPoint(datacenterId, pointId));
    }

    /// The points as they stand now, in the order of their ids.
    List<RegisteredPoint> named(List<MeasuringPoint> points) {
        return QuarkusTransaction.joiningExisting().call(() -> table.named(ids(points))).stream()
                .sorted(Comparator.comparing(known -> known.point().pointId()))
                .toList();
    }

    /// Has readings of a point taken or refused from now on; asked for again, nothing changes.
    ///
    /// @param state active or revoked
    RegisteredPoint setState(String datacenterId, String pointId, PointState state) {
        change(() -> {
            RegisteredPoint point = get(datacenterId, pointId);
            if (point.state() != state) {
                if (state == PointState.REVOKED) {
                    table.revoke(point.number(), now());
                } else {
                    table.activate(point.number(), now());
                }
            }
        });
        return get(datacenterId, pointId);
    }

    /// The points of a facility that a reader asks for, in the order of their ids.
    List<RegisteredPoint> page(String datacenterId, PointFilter filter, String cursor, int count) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> table.page(datacenterId, filter, cursor, count));
    }

    List<MeasuringPointTable.RoomCount> rooms(String datacenterId) {
        return QuarkusTransaction.joiningExisting().call(() -> table.rooms(datacenterId));
    }

    /// The points of these ids whose readings are taken, as far as there are any.
    public Map<String, NumberedPoint> byId(Collection<String> pointIds) {
        return named(pointIds, Loaded::active);
    }

    /// The points of these ids, as far as there are any, revoked ones included: what they measured
    /// before stays.
    public Map<String, NumberedPoint> registered(Collection<String> pointIds) {
        return named(pointIds, any -> true);
    }

    /// Those that are held are active.
    private Map<String, NumberedPoint> named(
            Collection<String> pointIds, Predicate<Loaded> wanted) {
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
        for (Loaded loaded : load(missing, table::named)) {
            if (wanted.test(loaded)) {
                found.put(loaded.point().point().pointId(), loaded.point());
            }
        }
        return found;
    }

    /// The points of these numbers, as far as there are any, revoked ones included.
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
        for (Loaded loaded : load(missing, table::numbered)) {
            found.put(loaded.point().number(), loaded.point());
        }
        return found;
    }

    private record Loaded(NumberedPoint point, boolean active) {}

    @FunctionalInterface
    private interface LookUp<K> {
        List<RegisteredPoint> of(Collection<K> keys);
    }

    private <K> List<Loaded> load(List<K> keys, LookUp<K> lookUp) {
        long before = seen.get();
        var loaded = new ArrayList<Loaded>();
        for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            List<K> some = keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE));
            loaded.addAll(QuarkusTransaction.requiringNew().call(() -> numbered(lookUp.of(some))));
        }
        if (byId.size() + loaded.size() > MOST_HELD) {
            forget();
        }
        for (Loaded point : loaded) {
            byNumber.put(point.point());
            if (point.active()) {
                byId.put(point.point().point().pointId(), point.point());
            }
        }
        if (seen.get() != before) {
            // what was loaded may be of before the change
            forget();
        }
        return loaded;
    }

    private List<Loaded> numbered(List<RegisteredPoint> points) {
        Map<Integer, List<Meter.Exchange>> exchanged =
                exchanges.of(points.stream().map(RegisteredPoint::number).toList());
        return points.stream()
                .map(known ->
                        new Loaded(
                                shared.of(
                                        new NumberedPoint(
                                                known.number(),
                                                known.point(),
                                                exchanged.getOrDefault(known.number(), List.of()))),
                                known.state() == PointState.ACTIVE))
                .toList();
    }

    private void forget() {
        byId.clear();
        byNumber.clear();
    }

    /// Changes what readings of points are done with: all that is remembered is void afterwards.
    ///
    /// @param change is made in a transaction of its own
    public void change(Runnable change) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    table.takeTurn();
                    change.run();
                    table.change();
                });
        look();
    }

    /// Looks whether points changed, here or in another instance, and lets go of what is held then.
    /// Who looks at the same moment returns when that is done.
    @Scheduled(every = "5s", delayed = "5s")
    public synchronized void look() {
        long changes = QuarkusTransaction.requiringNew().call(table::changes);
        if (seen.getAndSet(changes) != changes) {
            forget();
            changed.fire(new PointsChanged());
        }
    }
}

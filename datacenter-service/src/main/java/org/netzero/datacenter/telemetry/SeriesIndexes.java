package org.netzero.datacenter.telemetry;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.netzero.datacenter.facility.FacilityIntakes;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PendingPoints;
import org.netzero.datacenter.facility.PointsChanged;

/// The indexes of series: one for all senders of whom the same holds, who write to the same data
/// centres by the same rules. So whose a point is, is asked once for each series and not with every
/// reading.
@Singleton
class SeriesIndexes {

    /// Keys bound to a data centre each; beyond, indexes are made anew.
    private static final int MOST_INDEXES = 10_000;

    /// Behind observers that state no priority.
    private static final int LAST = Interceptor.Priority.APPLICATION + 1_000;

    private final MeasuringPoints points;
    private final PendingPoints pending;
    private final FacilityIntakes intakes;
    private final MappingRules rules;
    private final HeldBytes heldBytes = new HeldBytes();
    private final Map<Sender, SeriesIndex> bySender = new ConcurrentHashMap<>();

    SeriesIndexes(
            MeasuringPoints points,
            PendingPoints pending,
            FacilityIntakes intakes,
            MappingRules rules) {
        this.points = points;
        this.pending = pending;
        this.intakes = intakes;
        this.rules = rules;
    }

    SeriesIndex of(Sender sender) {
        if (bySender.size() >= MOST_INDEXES) {
            bySender.clear();
            heldBytes.forgetHolders();
        }
        Sender alike = rules.nameClient(sender.client()) ? sender : sender.anyOfItsDatacenters();
        return bySender.computeIfAbsent(
                alike, known -> new SeriesIndex(new PointsOf(known), heldBytes));
    }

    /// What a sender calls points, without remembering it.
    SeriesPoints pointsOf(Sender sender) {
        return new PointsOf(sender);
    }

    /// After rules and intakes were let go of: who looks for series between would else find them by
    /// the rules of before, and nobody would let go of what was found.
    void forget(@Observes @Priority(LAST) PointsChanged changed) {
        bySender.values().forEach(index -> index.forget(changed));
        heldBytes.letGo();
    }

    private final class PointsOf implements SeriesPoints {
        private final Sender sender;

        PointsOf(Sender sender) {
            this.sender = sender;
        }

        @Override
        public List<PointName> namesOf(SeriesName series) {
            return Stream.concat(
                            rules.namesOf(series, sender).stream(),
                            PointName.usual(series).stream())
                    .toList();
        }

        @Override
        public Map<String, NumberedPoint> of(Collection<String> pointIds) {
            Map<String, NumberedPoint> known = points.byId(pointIds);
            known.values().removeIf(point -> !sender.mayWrite(point.point().datacenterId()));
            known.replaceAll((id, point) ->
                    intakes.of(point.point().datacenterId()).live() ? point.toldLive() : point);
            return known;
        }

        /// A name is noted for the facility that its rule names, else for the only one of the
        /// sender: whose it would be else is anybody's guess.
        @Override
        public void noteUnknown(Collection<List<PointName>> names) {
            Map<String, Set<String>> byFacility = new HashMap<>();
            for (List<PointName> given : names) {
                given.stream()
                        .filter(name -> facilityOf(name).isPresent())
                        .findFirst()
                        .ifPresent(name ->
                                byFacility
                                        .computeIfAbsent(
                                                facilityOf(name).orElseThrow(),
                                                facility -> new HashSet<>())
                                        .add(name.pointId()));
            }
            byFacility.forEach((facility, ids) -> {
                if (intakes.of(facility).collectUnknown()) {
                    pending.collect(facility, ids);
                }
            });
        }

        private Optional<String> facilityOf(PointName name) {
            return name.datacenterId()
                    .or(() ->
                            sender.datacenters().size() == 1
                                    ? sender.datacenters().stream().findFirst()
                                    : Optional.empty());
        }
    }
}

package org.netzero.datacenter.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.input.Fields;

/// Checks points that a registration names: they are the facility's, and measure what they are
/// named for.
@ApplicationScoped
public class NamedPoints {

    private static final int MOST = 100;

    private final MeasuringPoints points;

    NamedPoints(MeasuringPoints points) {
        this.points = points;
    }

    /// What a point has to be.
    ///
    /// @param quantities what it may measure
    /// @param forbidden roles that contradict what it is named for
    /// @param why they do
    public record Expectation(
            Set<MeasuredQuantity> quantities, Set<MeasuringRole> forbidden, String why) {

        public static Expectation of(MeasuredQuantity... quantities) {
            return new Expectation(Set.of(quantities), Set.of(), "");
        }

        public Expectation notOf(Set<MeasuringRole> roles, String reason) {
            return new Expectation(quantities, roles, reason);
        }
    }

    /// Energy, however it is measured.
    public static Expectation energy() {
        return Expectation.of(
                MeasuredQuantity.ENERGY_COUNTER,
                MeasuredQuantity.POWER,
                MeasuredQuantity.HEAT_COUNTER);
    }

    public static Expectation temperature() {
        return Expectation.of(MeasuredQuantity.TEMPERATURE);
    }

    /// Notes what is wrong with the points named in a field.
    public void check(
            Fields fields,
            String field,
            String datacenterId,
            List<String> pointIds,
            Expectation expectation) {
        if (pointIds.size() > MOST) {
            fields.refuse(
                    field,
                    "TOO_MANY",
                    "names %d points; name at most %d".formatted(pointIds.size(), MOST));
            return;
        }
        if (new HashSet<>(pointIds).size() < pointIds.size()) {
            fields.refuse(field, "POINT_TWICE", "names a point twice; it would count twice");
        }
        Map<String, NumberedPoint> known = points.registered(pointIds);
        for (String id : pointIds) {
            NumberedPoint point = known.get(id);
            if (point == null || !point.point().datacenterId().equals(datacenterId)) {
                fields.refuse(
                        field,
                        "UNKNOWN_POINT",
                        "'%s' is no measuring point of '%s'; define it with PUT /api/datacenters/%s/points"
                                .formatted(id, datacenterId, datacenterId));
            } else {
                check(fields, field, point.point(), expectation);
            }
        }
    }

    /// The roles that these points have.
    public Set<MeasuringRole> rolesOf(List<String> pointIds) {
        return points.registered(pointIds).values().stream()
                .map(point -> point.point().role())
                .collect(Collectors.toSet());
    }

    private static void check(
            Fields fields, String field, MeasuringPoint point, Expectation expectation) {
        if (!expectation.quantities().contains(point.quantity())) {
            fields.refuse(
                    field,
                    "QUANTITY_DOES_NOT_FIT",
                    "'%s' measures %s; one of %s is needed here"
                            .formatted(
                                    point.pointId(),
                                    point.quantity(),
                                    expectation.quantities().stream().sorted().toList()));
        }
        if (expectation.forbidden().contains(point.role())) {
            fields.refuse(
                    field,
                    "ROLE_DOES_NOT_FIT",
                    "'%s' has the role %s: %s"
                            .formatted(point.pointId(), point.role(), expectation.why()));
        }
    }
}

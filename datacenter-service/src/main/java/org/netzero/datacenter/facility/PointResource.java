package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The register of measuring points. The id of a point may have slashes, which stand in an address
/// as they are; so none ends in `/state` or `/exchanges`.
@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class PointResource {

    private static final int MAX_POINTS = 10_000;

    private final Facilities facilities;
    private final MeasuringPoints points;
    private final PendingPoints pending;
    private final MeterExchanges exchanges;

    PointResource(
            Facilities facilities,
            MeasuringPoints points,
            PendingPoints pending,
            MeterExchanges exchanges) {
        this.facilities = facilities;
        this.points = points;
        this.pending = pending;
        this.exchanges = exchanges;
    }

    /// Which points are asked for.
    static final class Asked {
        @QueryParam("role")
        @Nullable String role;

        @QueryParam("quantity")
        @Nullable String quantity;

        @QueryParam("room")
        @Nullable String room;

        @QueryParam("parent")
        @Nullable String parent;

        /// `PENDING`, `ACTIVE` or `REVOKED`; without it those that are defined, active or revoked.
        @QueryParam("state")
        @Nullable String state;

        PointFilter filter() {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("role", role);
            values.put("quantity", quantity);
            values.put("room", room);
            values.put("parent", parent);
            values.put("state", state);
            var fields = new Fields(values);
            var filter =
                    new PointFilter(
                            fields.optionalOneOf("role", MeasuringRole.class),
                            fields.optionalOneOf("quantity", MeasuredQuantity.class),
                            fields.optionalText("room"),
                            fields.optionalText("parent"),
                            fields.optionalOneOf("state", PointState.class));
            fields.refuseIfInvalid();
            return filter;
        }
    }

    @GET
    @Path("{datacenterId}/points")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<PointView> list(
            @RestPath String datacenterId, @BeanParam Asked asked, @BeanParam PageQuery page) {
        facilities.get(datacenterId);
        PointFilter filter = asked.filter();
        return new Listing<PointView>(
                        (cursor, count) -> views(datacenterId, filter, cursor.orElse(""), count),
                        PointView::pointId,
                        PointView.COLUMNS,
                        point -> point.row(datacenterId))
                .page(page);
    }

    private List<PointView> views(
            String datacenterId, PointFilter filter, String cursor, int count) {
        return filter.state().filter(PointState.PENDING::equals).isPresent()
                ? pending.page(datacenterId, cursor, count).stream().map(PointView::of).toList()
                : points.page(datacenterId, filter, cursor, count).stream()
                        .map(PointView::of)
                        .toList();
    }

    /// Defines the named points or changes their limits, main meters and rooms; all or nothing.
    /// Points not named stay.
    @PUT
    @Path("{datacenterId}/points")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public List<PointView> put(@RestPath String datacenterId, List<PointRequest> requests) {
        facilities.get(datacenterId);
        List<MeasuringPoint> defined = read(datacenterId, requests);
        points.define(defined);
        return points.named(defined).stream().map(PointView::of).toList();
    }

    private static List<MeasuringPoint> read(String datacenterId, List<PointRequest> requests) {
        if (requests.size() > MAX_POINTS) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY",
                    "%d points in one request; send at most %d, or import them"
                            .formatted(requests.size(), MAX_POINTS));
        }
        var points = new ArrayList<MeasuringPoint>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                points.add(requests.get(i).toPoint(datacenterId));
            } catch (InvalidInput invalid) {
                String place = "[%d]".formatted(i);
                invalid.violations().stream().map(v -> v.within(place)).forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return points;
    }

    @GET
    @Path("{datacenterId}/points/{pointId:.+}")
    public PointView get(@RestPath String datacenterId, @RestPath String pointId) {
        facilities.get(datacenterId);
        return PointView.of(points.get(datacenterId, pointId));
    }

    /// @param state `ACTIVE` or `REVOKED`
    record StateRequest(@Nullable String state) {}

    /// Has readings of the point refused from now on, or taken again.
    @PUT
    @Path("{datacenterId}/points/{pointId:.+(?=/state$)}/state")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public PointView putState(
            @RestPath String datacenterId, @RestPath String pointId, StateRequest request) {
        facilities.get(datacenterId);
        Fields fields = Fields.of(request);
        Optional<PointState> state = fields.oneOf("state", PointState.class);
        state.filter(PointState.PENDING::equals)
                .ifPresent(no ->
                        fields.refuse(
                                "state",
                                "UNKNOWN_VALUE",
                                "a point that is defined is ACTIVE or REVOKED, not PENDING"));
        fields.refuseIfInvalid();
        return PointView.of(points.setState(datacenterId, pointId, state.orElseThrow()));
    }

    @GET
    @Path("{datacenterId}/rooms")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<MeasuringPointTable.RoomCount> rooms(
            @RestPath String datacenterId, @BeanParam PageQuery page) {
        facilities.get(datacenterId);
        return Listing.of(
                        points.rooms(datacenterId),
                        MeasuringPointTable.RoomCount::room,
                        List.of("room", "points"),
                        room -> Table.row(room.room(), room.points()))
                .page(page);
    }

    /// An exchange of meters as clients see it, in the point's unit.
    record ExchangeView(
            Instant at,
            BigDecimal lastReading,
            BigDecimal firstReading,
            @Nullable BigDecimal newMaximum) {

        static ExchangeView of(MeterExchange exchange) {
            return new ExchangeView(
                    exchange.at(),
                    exchange.lastReading(),
                    exchange.firstReading(),
                    exchange.newMaximum().orElse(null));
        }
    }

    @GET
    @Path("{datacenterId}/points/{pointId:.+(?=/exchanges$)}/exchanges")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ExchangeView> exchanges(
            @RestPath String datacenterId, @RestPath String pointId, @BeanParam PageQuery page) {
        facilities.get(datacenterId);
        return Listing.of(
                        exchanges.of(datacenterId, pointId).stream().map(ExchangeView::of).toList(),
                        exchange -> exchange.at().toString(),
                        List.of("at", "lastReading", "firstReading", "newMaximum"),
                        exchange ->
                                Table.row(
                                        exchange.at(),
                                        exchange.lastReading(),
                                        exchange.firstReading(),
                                        exchange.newMaximum()))
                .page(page);
    }

    /// Notes that the point's counter gave way to another one, and has the hours around it computed
    /// again.
    @POST
    @Path("{datacenterId}/points/{pointId:.+(?=/exchanges$)}/exchanges")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ExchangeView exchange(
            @RestPath String datacenterId, @RestPath String pointId, ExchangeRequest request) {
        facilities.get(datacenterId);
        ExchangeRequest.Stated stated = request.read(points.get(datacenterId, pointId).point());
        exchanges.note(datacenterId, pointId, stated.exchange(), stated.supersedes());
        return ExchangeView.of(stated.exchange());
    }
}

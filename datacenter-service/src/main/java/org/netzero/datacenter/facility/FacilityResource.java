package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FacilityResource {

    private static final int MAX_POINTS = 10_000;

    private final Facilities facilities;
    private final MeasuringPoints points;

    FacilityResource(Facilities facilities, MeasuringPoints points) {
        this.facilities = facilities;
        this.points = points;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FacilityView> list(@BeanParam PageQuery page) {
        return new Listing<FacilityView>(
                        (cursor, count) ->
                                facilities.after(cursor.orElse(""), count).stream()
                                        .map(FacilityView::of)
                                        .toList(),
                        FacilityView::datacenterId,
                        FacilityView.COLUMNS,
                        FacilityView::row)
                .page(page);
    }

    @GET
    @Path("{datacenterId}")
    public FacilityView get(@RestPath String datacenterId) {
        return FacilityView.of(facilities.get(datacenterId));
    }

    @PUT
    @Path("{datacenterId}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FacilityView put(@RestPath String datacenterId, FacilityRequest request) {
        Facility facility = request.toFacility(datacenterId);
        facilities.put(facility);
        return FacilityView.of(facility);
    }

    @GET
    @Path("{datacenterId}/points")
    @Produces(MediaType.APPLICATION_JSON)
    public List<PointView> points(@RestPath String datacenterId) {
        facilities.get(datacenterId);
        return points.of(datacenterId).stream().map(PointView::of).toList();
    }

    @GET
    @Path("{datacenterId}/points")
    @Produces({Table.CSV, Table.XLSX})
    public Table pointsAsTable(@RestPath String datacenterId) {
        return Table.of(PointView.COLUMNS, points(datacenterId), point -> point.row(datacenterId));
    }

    /// Defines the named points or changes their limits; all or nothing. Points not named stay.
    @PUT
    @Path("{datacenterId}/points")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public List<PointView> putPoints(@RestPath String datacenterId, List<PointRequest> requests) {
        facilities.get(datacenterId);
        points.define(read(datacenterId, requests));
        return points.of(datacenterId).stream().map(PointView::of).toList();
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
}

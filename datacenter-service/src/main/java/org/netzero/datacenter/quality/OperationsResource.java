package org.netzero.datacenter.quality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import org.netzero.datacenter.quality.OperationsView.LastHourOfPointView;
import org.netzero.datacenter.quality.OperationsView.WithPointsView;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class OperationsResource {

    private final Operations operations;
    private final Clock clock;

    OperationsResource(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /// Every facility at the moment.
    @GET
    @Path("operations")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<OperationsView> ofFleet(@BeanParam PageQuery page) {
        return new Listing<OperationsView>(
                        (cursor, count) ->
                                operations.after(cursor.orElse(""), count).stream()
                                        .map(OperationsView::of)
                                        .toList(),
                        OperationsView::datacenterId,
                        OperationsView.COLUMNS,
                        OperationsView::row)
                .page(page);
    }

    /// A facility at the moment, with the last hour of each of its points.
    @GET
    @Path("{datacenterId}/operations")
    public WithPointsView ofFacility(@RestPath String datacenterId) {
        Instant now = clock.instant();
        return new WithPointsView(
                OperationsView.of(operations.of(datacenterId)),
                operations.lastHoursOf(datacenterId).stream()
                        .map(last -> LastHourOfPointView.of(last, now))
                        .toList());
    }
}

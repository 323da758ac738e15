package org.netzero.energy.meter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/energy/meters")
@Tag(name = "Meters")
@RunOnVirtualThread
class MeterResource {

    private final Meters meters;
    private final MeterIntervals intervals;

    MeterResource(Meters meters, MeterIntervals intervals) {
        this.meters = meters;
        this.intervals = intervals;
    }

    @PUT
    @Path("/{meterId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putMeter",
            summary = "Register a meter, or replace what is known of it")
    @APIResponse(responseCode = "200", description = "The meter was known; this is it now")
    @APIResponse(responseCode = "201", description = "The meter is new")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; violations names it")
    @APIResponse(responseCode = "404", description = "Its site is not registered")
    @APIResponse(
            responseCode = "409",
            description = "Its intervals are on file, and it would measure something else")
    public Response put(String meterId, MeterRequest request) {
        Meter meter = request.meter(meterId);
        Meters.Registration registration = meters.put(meter);
        return Response.status(registration == Meters.Registration.NEW ? 201 : 200)
                .entity(MeterView.of(meter))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "listMeters", summary = "The meters, in the order of their ids")
    @APIResponse(responseCode = "200", description = "One page of meters")
    public Page<MeterView> list(@BeanParam PageQuery page) {
        return new Listing<MeterView>(
                        (cursor, count) ->
                                meters.after(cursor.orElse(""), count).stream()
                                        .map(MeterView::of)
                                        .toList(),
                        MeterView::meterId,
                        MeterView.COLUMNS.names(),
                        MeterView::row)
                .page(page);
    }

    @GET
    @Path("/{meterId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "getMeter", summary = "One meter")
    @APIResponse(responseCode = "200", description = "The meter")
    @APIResponse(responseCode = "404", description = "No meter has this id")
    public MeterView get(String meterId) {
        return MeterView.of(meters.get(meterId).meter());
    }

    @GET
    @Path("/{meterId}/intervals")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listIntervals",
            summary = "What a meter measured in a period, in the order of time")
    @APIResponse(responseCode = "200", description = "One page of intervals")
    @APIResponse(responseCode = "404", description = "No meter has this id")
    public Page<IntervalView> intervals(
            String meterId, @BeanParam AskedPeriod asked, @BeanParam PageQuery page) {
        return intervals.of(meters.get(meterId), asked.required()).page(page);
    }
}

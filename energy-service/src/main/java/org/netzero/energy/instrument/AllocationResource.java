package org.netzero.energy.instrument;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.idempotency.NewIds;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/energy/instruments")
@Tag(name = "Instruments")
@RunOnVirtualThread
class AllocationResource {

    private final Allocations allocations;
    private final AllocationTable stored;
    private final InstrumentTable instruments;
    private final SecurityIdentity identity;
    private final NewIds newIds;
    private final Clock clock;

    AllocationResource(
            Allocations allocations,
            AllocationTable stored,
            InstrumentTable instruments,
            SecurityIdentity identity,
            NewIds newIds,
            Clock clock) {
        this.allocations = allocations;
        this.stored = stored;
        this.instruments = instruments;
        this.identity = identity;
        this.newIds = newIds;
        this.clock = clock;
    }

    @POST
    @Path("/{instrumentId}/allocations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "allocateInstrument",
            summary = "Allocate a part of an instrument to the consumption of a site and period",
            description =
                    "Or, with effect SELLS_OWN_GENERATION, tell that the attributes of electricity which the site generated"
                            + " and used itself were sold. The answer states what each rule set says of it.")
    @APIResponse(responseCode = "200", description = "The same was allocated before")
    @APIResponse(responseCode = "201", description = "Allocated")
    @APIResponse(responseCode = "400", description = "A field breaks a rule")
    @APIResponse(responseCode = "404", description = "No instrument has this id")
    @APIResponse(
            responseCode = "409",
            description = "Less is left of the instrument, or of the electricity bought")
    @APIResponse(responseCode = "422", description = "No rule set is met, with the reasons")
    public Response allocate(String instrumentId, AllocationRequest request) {
        Allocation.Order order = request.order(instrumentId, newIds::next);
        boolean stored = allocations.allocate(order, caller());
        return Response.status(stored ? 201 : 200)
                .entity(one(instrumentId, order.allocationId()))
                .build();
    }

    @GET
    @Path("/{instrumentId}/allocations")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listAllocations",
            summary = "What an instrument is allocated to, withdrawn allocations among it")
    @APIResponse(responseCode = "200", description = "One page of allocations")
    @APIResponse(responseCode = "404", description = "No instrument has this id")
    public Page<AllocationView> list(String instrumentId, @BeanParam PageQuery page) {
        if (instruments.standing(instrumentId).isEmpty()) {
            throw new UnknownInstrument(instrumentId);
        }
        return new Listing<AllocationView>(
                        (cursor, count) ->
                                stored
                                        .after(
                                                instrumentId,
                                                InstrumentResource.sequence(cursor),
                                                count)
                                        .stream()
                                        .map(AllocationView::of)
                                        .toList(),
                        AllocationView::cursor,
                        AllocationView.COLUMNS,
                        AllocationView::row)
                .page(page);
    }

    @POST
    @Path("/{instrumentId}/allocations/{allocationId}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "retireAllocation",
            summary = "Tell that what is allocated was retired; it is final then")
    @APIResponse(responseCode = "200", description = "The allocation after it")
    @APIResponse(responseCode = "400", description = "A field breaks a rule")
    @APIResponse(responseCode = "404", description = "No such instrument or allocation")
    @APIResponse(responseCode = "409", description = "It was withdrawn, or expired before")
    public AllocationView retire(
            String instrumentId, String allocationId, RetirementRequest request) {
        RetirementRequest.Order order = request.order(today());
        UUID id = idOf(instrumentId, allocationId);
        allocations.retire(instrumentId, id, order.on(), order.evidence(), caller());
        return one(instrumentId, id);
    }

    @POST
    @Path("/{instrumentId}/allocations/{allocationId}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "releaseAllocation",
            summary = "Take an allocation back before it is retired")
    @APIResponse(responseCode = "200", description = "The allocation after it")
    @APIResponse(responseCode = "404", description = "No such instrument or allocation")
    @APIResponse(responseCode = "409", description = "It is retired")
    public AllocationView release(
            String instrumentId, String allocationId, ReleaseRequest request) {
        UUID id = idOf(instrumentId, allocationId);
        allocations.release(instrumentId, id, request.why(), caller());
        return one(instrumentId, id);
    }

    private AllocationView one(String instrumentId, UUID allocationId) {
        return stored.one(allocationId)
                .map(AllocationView::of)
                .orElseThrow(() -> new UnknownAllocation(instrumentId, allocationId.toString()));
    }

    private static UUID idOf(String instrumentId, String allocationId) {
        try {
            return UUID.fromString(allocationId);
        } catch (IllegalArgumentException malformed) {
            throw new UnknownAllocation(instrumentId, allocationId);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String caller() {
        return Caller.of(identity).subject();
    }
}

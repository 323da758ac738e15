package org.netzero.energy.storage;

import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.installation.Registration;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/energy/storages")
@Tag(name = "Storage")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class StorageResource {

    private final Storages storages;
    private final SecurityIdentity identity;

    StorageResource(Storages storages, SecurityIdentity identity) {
        this.storages = storages;
        this.identity = identity;
    }

    @PUT
    @Path("/{storageId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putStorage",
            summary = "Register a storage, or state it anew; what was stated before stays on file")
    @APIResponse(responseCode = "200", description = "The storage was known; this is it now")
    @APIResponse(responseCode = "201", description = "The storage is new")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; violations names it")
    @APIResponse(responseCode = "404", description = "Its site is not registered")
    public Response put(String storageId, StorageRequest request) {
        Storage storage = request.storage(storageId);
        Registration registration = storages.put(storage, Caller.of(identity).subject());
        return Response.status(registration == Registration.NEW ? 201 : 200)
                .entity(StorageView.of(storages.lastOf(storageId)))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listStorages",
            summary = "The storage on file, in the order of their ids")
    @APIResponse(responseCode = "200", description = "One page of storage")
    public Page<StorageView> list(@BeanParam PageQuery page) {
        return new Listing<StorageView>(
                        (cursor, count) ->
                                storages.after(cursor.orElse(""), count).stream()
                                        .map(StorageView::of)
                                        .toList(),
                        StorageView::storageId,
                        StorageView.COLUMNS,
                        StorageView::row)
                .page(page);
    }

    @GET
    @Path("/{storageId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getStorage", summary = "One storage, as it was stated last")
    @APIResponse(responseCode = "200", description = "The storage")
    @APIResponse(responseCode = "404", description = "No storage has this id")
    public StorageView get(String storageId) {
        return StorageView.of(storages.lastOf(storageId));
    }

    @GET
    @Path("/{storageId}/revisions")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listStorageRevisions",
            summary = "Everything that was stated of a storage, the oldest first")
    @APIResponse(responseCode = "200", description = "One page of revisions")
    @APIResponse(responseCode = "404", description = "No storage has this id")
    public Page<StorageView> revisions(String storageId, @BeanParam PageQuery page) {
        List<StorageView> all =
                storages.revisionsOf(storageId).stream().map(StorageView::of).toList();
        return Listing.of(
                        all,
                        view -> String.valueOf(view.revision()),
                        StorageView.COLUMNS,
                        StorageView::row)
                .page(page);
    }
}

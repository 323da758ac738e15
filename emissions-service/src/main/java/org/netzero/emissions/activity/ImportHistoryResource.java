package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ImportDesk;
import org.netzero.platform.imports.ImportView;
import org.netzero.platform.imports.RowErrorView;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/imports/activities/history")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ImportHistoryResource {

    private final ActivityImport kind;
    private final ImportDesk desk;
    private final ImportedActivities records;
    private final SecurityIdentity identity;

    ImportHistoryResource(
            ActivityImport kind,
            ImportDesk desk,
            ImportedActivities records,
            SecurityIdentity identity) {
        this.kind = kind;
        this.desk = desk;
        this.records = records;
        this.identity = identity;
    }

    /// The newest first.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ImportView> list(@BeanParam PageQuery page) {
        return desk.list(kind, page);
    }

    @GET
    @Path("{importId}")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportView get(String importId) {
        return desk.find(kind, importId);
    }

    /// Why rows were not stored.
    @GET
    @Path("{importId}/rejected")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<RowErrorView> rejected(String importId, @BeanParam PageQuery page) {
        return desk.rejected(kind, importId, page);
    }

    /// What was stored, whether it counts or not.
    @GET
    @Path("{importId}/records")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ImportedActivityView> records(String importId, @BeanParam PageQuery page) {
        return records.of(desk.find(kind, importId).importId()).page(page);
    }

    /// Takes an import back: its records count no more.
    @POST
    @Path("{importId}/reversal")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportView reverse(String importId, ImportDesk.ReversalRequest request) {
        return desk.reverse(kind, importId, request, Caller.of(identity).subject());
    }
}

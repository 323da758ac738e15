package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ImportView;
import org.netzero.platform.imports.Imports;
import org.netzero.platform.imports.RowErrorView;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/imports/activities/history")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ImportHistoryResource {

    private final ActivityImport kind;
    private final Imports imports;
    private final ImportedActivities records;
    private final Reversals reversals;
    private final SecurityIdentity identity;

    ImportHistoryResource(
            ActivityImport kind,
            Imports imports,
            ImportedActivities records,
            Reversals reversals,
            SecurityIdentity identity) {
        this.kind = kind;
        this.imports = imports;
        this.records = records;
        this.reversals = reversals;
        this.identity = identity;
    }

    /// Why an import is taken back.
    record ReversalRequest(@Nullable String reason) {}

    /// The newest first.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ImportView> list(@BeanParam PageQuery page) {
        return imports.list(kind).page(page);
    }

    @GET
    @Path("{importId}")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportView get(String importId) {
        return find(importId);
    }

    /// Why rows were not stored.
    @GET
    @Path("{importId}/rejected")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<RowErrorView> rejected(String importId, @BeanParam PageQuery page) {
        return imports.rejected(find(importId).importId()).page(page);
    }

    /// What was stored, whether it counts or not.
    @GET
    @Path("{importId}/records")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ImportedActivityView> records(String importId, @BeanParam PageQuery page) {
        return records.of(find(importId).importId()).page(page);
    }

    /// Takes an import back: its records count no more.
    @POST
    @Path("{importId}/reversal")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportView reverse(String importId, ReversalRequest request) {
        UUID found = find(importId).importId();
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("reason", request.reason());
        var fields = new Fields(values);
        Optional<String> reason = fields.text("reason");
        fields.refuseIfInvalid();
        reversals.reverse(found, Caller.of(identity).subject(), reason.orElseThrow());
        return find(importId);
    }

    private ImportView find(String importId) {
        return id(importId)
                .flatMap(id -> imports.find(kind, id))
                .orElseThrow(() -> unknown(importId));
    }

    private static NotFoundException unknown(String importId) {
        return new NotFoundException(
                Problem.of(
                                EmissionsProblem.UNKNOWN_IMPORT,
                                "There is no import '%s' of activities; GET %s lists them"
                                        .formatted(importId, ActivityImportResource.HISTORY))
                        .response());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @ServerExceptionMapper
    Response refused(ReversalRefused refused) {
        return Problem.of(refused.problem(), String.valueOf(refused.getMessage())).response();
    }
}

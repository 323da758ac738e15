package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ColumnMappings;
import org.netzero.platform.imports.ImportDesk;
import org.netzero.platform.imports.StatedMapping;

/// Mappings of columns, by which files with columns of their own are read.
@Path("/api/imports/activities/mappings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ColumnMappingResource {

    private final ActivityImport kind;
    private final ImportDesk desk;
    private final SecurityIdentity identity;

    ColumnMappingResource(ActivityImport kind, ImportDesk desk, SecurityIdentity identity) {
        this.kind = kind;
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public ImportDesk.Mappings list() {
        return desk.mappings(kind);
    }

    @GET
    @Path("{name}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public ColumnMappings.Named get(String name) {
        return desk.mapping(kind, name);
    }

    /// States a mapping, or states it anew.
    @PUT
    @Path("{name}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ColumnMappings.Named put(String name, StatedMapping mapping) {
        return desk.put(kind, name, mapping, Caller.of(identity).subject());
    }
}

package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ColumnMappings;
import org.netzero.platform.imports.StatedMapping;
import org.netzero.platform.problem.Problem;

/// Mappings of columns, by which files with columns of their own are read.
@Path("/api/imports/activities/mappings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ColumnMappingResource {

    private final ActivityImport kind;
    private final ColumnMappings mappings;
    private final SecurityIdentity identity;

    ColumnMappingResource(ActivityImport kind, ColumnMappings mappings, SecurityIdentity identity) {
        this.kind = kind;
        this.mappings = mappings;
        this.identity = identity;
    }

    record Mappings(List<ColumnMappings.Named> mappings) {}

    @GET
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Mappings list() {
        return new Mappings(mappings.list(kind));
    }

    @GET
    @Path("{name}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public ColumnMappings.Named get(String name) {
        return mappings.find(kind, name).orElseThrow(() -> unknown(name));
    }

    /// States a mapping, or states it anew.
    @PUT
    @Path("{name}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ColumnMappings.Named put(String name, StatedMapping mapping) {
        return mappings.put(kind, name, mapping, Caller.of(identity).subject());
    }

    private static NotFoundException unknown(String name) {
        return new NotFoundException(
                Problem.of(
                                EmissionsProblem.UNKNOWN_MAPPING,
                                "There is no mapping '%s'; state it with PUT".formatted(name))
                        .response());
    }
}

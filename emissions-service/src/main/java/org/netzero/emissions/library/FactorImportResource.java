package org.netzero.emissions.library;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.listing.Table;

@Path("/api/imports/factors")
@RunOnVirtualThread
class FactorImportResource {

    private final FactorReader reader;
    private final OwnFactors own;
    private final SecurityIdentity identity;

    FactorImportResource(FactorReader reader, OwnFactors own, SecurityIdentity identity) {
        this.reader = reader;
        this.own = own;
        this.identity = identity;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome post(ImportFile file) {
        String subject = Caller.of(identity).subject();
        return new Import<DraftFactor>(
                        FactorReader.COLUMNS, reader::read, batch -> own.draft(batch, subject))
                .run(file);
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns template() {
        return FactorReader.COLUMNS;
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return FactorReader.COLUMNS.view();
    }
}

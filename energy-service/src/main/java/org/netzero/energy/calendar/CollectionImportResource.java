package org.netzero.energy.calendar;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.listing.Table;

@Path("/api/imports/collection")
@Tag(name = "Imports")
@RunOnVirtualThread
class CollectionImportResource {

    private final Expectations expectations;
    private final SecurityIdentity identity;

    CollectionImportResource(Expectations expectations, SecurityIdentity identity) {
        this.expectations = expectations;
        this.identity = identity;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "importCollection",
            summary =
                    "State which figures are expected of sites by a CSV or XLSX file; rows that break a rule are listed")
    @APIResponse(responseCode = "200", description = "What became of the rows")
    @APIResponse(responseCode = "400", description = "The first row names other columns")
    public ImportOutcome add(ImportFile file) {
        String caller = Caller.of(identity).subject();
        return new Import<>(
                        ExpectationFields.COLUMNS,
                        ExpectationFields.OF_ROW::read,
                        batch -> expectations.add(batch, caller))
                .run(file);
    }

    @GET
    @Path("/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "getCollectionTemplate", summary = "An empty file of this kind")
    @APIResponse(responseCode = "200", description = "The first row")
    public Columns template() {
        return ExpectationFields.COLUMNS;
    }
}

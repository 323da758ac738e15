package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.FileColumns;
import org.netzero.platform.imports.ImportAnswer;
import org.netzero.platform.imports.ImportDesk;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.listing.Table;

@Path("/api/imports/activities")
@RunOnVirtualThread
class ActivityImportResource {

    private final ActivityImport kind;
    private final ImportDesk desk;
    private final ActivityTemplates templates;
    private final SecurityIdentity identity;

    ActivityImportResource(
            ActivityImport kind,
            ImportDesk desk,
            ActivityTemplates templates,
            SecurityIdentity identity) {
        this.kind = kind;
        this.desk = desk;
        this.templates = templates;
        this.identity = identity;
    }

    /// A file of few rows is worked through at once (200), a longer one in the background (202).
    ///
    /// @param mapping the name of a mapping of columns
    /// @param dryRun `true` to hear what would become of the rows; nothing is stored
    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public RestResponse<ImportAnswer> post(
            ImportFile file,
            @RestQuery Optional<String> mapping,
            @RestQuery Optional<String> dryRun) {
        return desk.receive(kind, file, mapping, dryRun, Caller.of(identity).subject());
    }

    /// An empty file, or one with example rows of a scope, or of a category of scope 3.
    ///
    /// @param scope `SCOPE_1`, `SCOPE_2`
    /// @param category `C1_PURCHASED_GOODS_AND_SERVICES` to `C15_INVESTMENTS`
    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Table template(@RestQuery Optional<String> scope, @RestQuery Optional<String> category) {
        return templates.of(scope, category);
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return kind.columns().view();
    }

    /// What columns a file has, for a mapping of them. Nothing is stored.
    @POST
    @Path("columns")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FileColumns columnsOf(ImportFile file) {
        return desk.columnsOf(file);
    }
}

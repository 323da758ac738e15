package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ImportAnswer;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.Imports;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/imports/activities")
@RunOnVirtualThread
class ActivityImportResource {

    static final String HISTORY = "/api/imports/activities/history/";

    private final ActivityImport kind;
    private final Imports imports;
    private final ActivityTemplates templates;
    private final SecurityIdentity identity;

    ActivityImportResource(
            ActivityImport kind,
            Imports imports,
            ActivityTemplates templates,
            SecurityIdentity identity) {
        this.kind = kind;
        this.imports = imports;
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
        String subject = Caller.of(identity).subject();
        if (isDryRun(dryRun)) {
            return RestResponse.ok(
                    ImportAnswer.triedOut(imports.tryOut(kind, file, mapping, subject)));
        }
        return switch (imports.receive(kind, file, mapping, subject)) {
            case Imports.Receipt.Finished(var importId, var outcome) ->
                    RestResponse.ok(ImportAnswer.finished(importId, outcome));
            case Imports.Receipt.Queued(var importId, long rows) -> {
                String progress = HISTORY + importId;
                yield RestResponse.ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED,
                                ImportAnswer.queued(importId, rows, progress))
                        .header(HttpHeaders.LOCATION, progress)
                        .build();
            }
        };
    }

    private static boolean isDryRun(Optional<String> stated) {
        return switch (stated.orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new InvalidInput(
                            "dryRun",
                            "UNKNOWN_VALUE",
                            "'%s' is neither true nor false".formatted(stated.orElseThrow()));
        };
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
}

package org.netzero.gateway.roadmap.scenario;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.gateway.roadmap.basis.Announcements;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.listing.Table;

@Path("/api/imports")
@RunOnVirtualThread
@Tag(name = "Imports")
class PlanImportResource {

    private final CommittedPlan plan;
    private final Announcements announcements;
    private final SecurityIdentity identity;

    PlanImportResource(CommittedPlan plan, Announcements announcements, SecurityIdentity identity) {
        this.plan = plan;
        this.announcements = announcements;
        this.identity = identity;
    }

    @POST
    @Path("levers")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Levers of the scenario committed",
            description = "A row replaces the lever of its id; the others stay.")
    public ImportOutcome importLevers(ImportFile file) {
        String caller = Caller.of(identity).subject();
        return announced(
                new Import<>(
                                LeverRow.COLUMNS,
                                LeverRow::read,
                                levers -> plan.putLevers(levers, caller))
                        .run(file));
    }

    @GET
    @Path("levers/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "An empty file of levers")
    public Columns leversTemplate() {
        return LeverRow.COLUMNS;
    }

    @GET
    @Path("levers/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "The columns of a file of levers")
    public Columns.ColumnsView leversColumns() {
        return LeverRow.COLUMNS.view();
    }

    @POST
    @Path("targets")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Targets of the scenario committed",
            description =
                    "A row replaces the target of its id and the one of its metric and year; the others stay.")
    public ImportOutcome importTargets(ImportFile file) {
        String caller = Caller.of(identity).subject();
        return announced(
                new Import<>(
                                TargetRow.COLUMNS,
                                TargetRow::read,
                                targets -> plan.putTargets(targets, caller))
                        .run(file));
    }

    @GET
    @Path("targets/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "An empty file of targets")
    public Columns targetsTemplate() {
        return TargetRow.COLUMNS;
    }

    @GET
    @Path("targets/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "The columns of a file of targets")
    public Columns.ColumnsView targetsColumns() {
        return TargetRow.COLUMNS.view();
    }

    private ImportOutcome announced(ImportOutcome outcome) {
        if (outcome.accepted() > 0) {
            announcements.scenarioStored(Scenarios.COMMITTED);
        }
        return outcome;
    }
}

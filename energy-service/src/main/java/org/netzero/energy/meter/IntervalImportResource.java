package org.netzero.energy.meter;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.netzero.energy.EnergyProblem;
import org.netzero.energy.balance.Series;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.ImportAnswer;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportView;
import org.netzero.platform.imports.Imports;
import org.netzero.platform.imports.RowErrorView;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/imports/intervals")
@Tag(name = "Imports")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class IntervalImportResource {

    private static final String HISTORY = "/api/imports/intervals/history/";

    private final IntervalImport kind;
    private final Imports imports;
    private final MeterMonths months;
    private final SecurityIdentity identity;

    IntervalImportResource(
            IntervalImport kind, Imports imports, MeterMonths months, SecurityIdentity identity) {
        this.kind = kind;
        this.imports = imports;
        this.months = months;
        this.identity = identity;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "importIntervals",
            summary =
                    "Store the intervals of a CSV or XLSX file; a long one is worked through in the background")
    @APIResponse(responseCode = "200", description = "What became of the rows")
    @APIResponse(responseCode = "202", description = "The file waits; Location says where to look")
    @APIResponse(responseCode = "400", description = "The first row names other columns")
    public RestResponse<ImportAnswer> post(ImportFile file, @RestQuery Optional<String> dryRun) {
        String subject = Caller.of(identity).subject();
        if (isDryRun(dryRun)) {
            return RestResponse.ok(
                    ImportAnswer.triedOut(imports.tryOut(kind, file, Optional.empty(), subject)));
        }
        Set<Series> stored = ConcurrentHashMap.newKeySet();
        return switch (imports.receive(
                kind.telling(stored::add), file, Optional.empty(), subject)) {
            case Imports.Receipt.Finished(var importId, var outcome) -> {
                months.sumWhatChanged(stored);
                yield RestResponse.ok(ImportAnswer.finished(importId, outcome));
            }
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

    @GET
    @Path("/template")
    @Produces({Table.CSV, Table.XLSX})
    @Operation(operationId = "getIntervalsTemplate", summary = "An empty file of this kind")
    @APIResponse(responseCode = "200", description = "The first row")
    public Columns template() {
        return kind.columns();
    }

    @GET
    @Path("/history")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listIntervalImports",
            summary = "The imports of intervals, the newest first")
    @APIResponse(responseCode = "200", description = "One page of imports")
    public Page<ImportView> list(@BeanParam PageQuery page) {
        return imports.list(kind).page(page);
    }

    @GET
    @Path("/history/{importId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getIntervalImport", summary = "How far an import has got")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "No import of intervals has this id")
    public ImportView get(String importId) {
        return find(importId);
    }

    @GET
    @Path("/history/{importId}/rejected")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listRejectedIntervals",
            summary = "Why rows of an import were not stored")
    @APIResponse(responseCode = "200", description = "One page of reasons")
    @APIResponse(responseCode = "404", description = "No import of intervals has this id")
    public Page<RowErrorView> rejected(String importId, @BeanParam PageQuery page) {
        return imports.rejected(find(importId).importId()).page(page);
    }

    private ImportView find(String importId) {
        return id(importId)
                .flatMap(id -> imports.find(kind, id))
                .orElseThrow(() -> unknown(importId));
    }

    private static NotFoundException unknown(String importId) {
        return new NotFoundException(
                Problem.of(
                                EnergyProblem.UNKNOWN_IMPORT,
                                "There is no import '%s' of intervals; GET %s lists them"
                                        .formatted(importId, HISTORY))
                        .response());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}

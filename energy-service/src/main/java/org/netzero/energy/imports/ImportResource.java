package org.netzero.energy.imports;

import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ColumnMappings;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.FileColumns;
import org.netzero.platform.imports.ImportAnswer;
import org.netzero.platform.imports.ImportDesk;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.ImportView;
import org.netzero.platform.imports.RowErrorView;
import org.netzero.platform.imports.StatedMapping;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// Every kind of import of this service: a kind is there as soon as there is a bean of it.
@Path("/api/imports/{kind}")
@Tag(name = "Imports")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ImportResource {

    private final List<ImportKind> kinds;
    private final ImportDesk desk;
    private final SecurityIdentity identity;

    ImportResource(@All List<ImportKind> kinds, ImportDesk desk, SecurityIdentity identity) {
        this.kinds = List.copyOf(kinds);
        this.desk = desk;
        this.identity = identity;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "importEnergyFile",
            summary =
                    "Store the rows of a CSV or XLSX file; those that break a rule are listed. A long file is worked through in the background",
            description =
                    "Kinds: collection, energy, grid-hours, instruments, intervals, meters, plants, resources, sites, storages. mapping names the mapping of columns to read it by; with dryRun=true nothing is stored.")
    @APIResponse(responseCode = "200", description = "What became of the rows")
    @APIResponse(responseCode = "202", description = "The file waits; Location says where to look")
    @APIResponse(responseCode = "400", description = "The first row names other columns")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public RestResponse<ImportAnswer> post(
            String kind,
            ImportFile file,
            @RestQuery Optional<String> mapping,
            @RestQuery Optional<String> dryRun) {
        return desk.receive(of(kind), file, mapping, dryRun, caller());
    }

    @GET
    @Path("/template")
    @Produces({Table.CSV, Table.XLSX})
    @Operation(operationId = "getEnergyTemplate", summary = "An empty file of this kind")
    @APIResponse(responseCode = "200", description = "The first row")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public Columns template(String kind) {
        return of(kind).columns();
    }

    @GET
    @Path("/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEnergyColumns",
            summary = "What each column of a file of this kind is, and which it must have")
    @APIResponse(responseCode = "200", description = "The columns, in the order of the template")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public Columns.ColumnsView columns(String kind) {
        return of(kind).columns().view();
    }

    @POST
    @Path("/columns")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "readEnergyFileColumns",
            summary = "What columns a file has, and its first rows, for a mapping of them",
            description = "Of a CSV file the first megabyte is enough. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "The columns of the file")
    @APIResponse(responseCode = "400", description = "No import could read the file")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public FileColumns columnsOf(String kind, ImportFile file) {
        of(kind);
        return desk.columnsOf(file);
    }

    @GET
    @Path("/history")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listEnergyImports",
            summary = "The imports of a kind, the newest first")
    @APIResponse(responseCode = "200", description = "One page of imports")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public Page<ImportView> list(String kind, @BeanParam PageQuery page) {
        return desk.list(of(kind), page);
    }

    @GET
    @Path("/history/{importId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getEnergyImport", summary = "How far an import has got")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "No import of this kind has this id")
    public ImportView get(String kind, String importId) {
        return desk.find(of(kind), importId);
    }

    @GET
    @Path("/history/{importId}/rejected")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listRejectedEnergyRows",
            summary = "Why rows of an import were not stored")
    @APIResponse(responseCode = "200", description = "One page of reasons")
    @APIResponse(responseCode = "404", description = "No import of this kind has this id")
    public Page<RowErrorView> rejected(String kind, String importId, @BeanParam PageQuery page) {
        return desk.rejected(of(kind), importId, page);
    }

    @POST
    @Path("/history/{importId}/reversal")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "reverseEnergyImport",
            summary = "Take an import back: its records count no more")
    @APIResponse(responseCode = "200", description = "The import, taken back")
    @APIResponse(responseCode = "404", description = "No import of this kind has this id")
    @APIResponse(
            responseCode = "409",
            description =
                    "It was taken back before, is at work, was superseded in part, or its kind is not taken back")
    public ImportView reverse(String kind, String importId, ImportDesk.ReversalRequest request) {
        return desk.reverse(of(kind), importId, request, caller());
    }

    @GET
    @Path("/mappings")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listEnergyMappings",
            summary = "How files with columns of their own are read")
    @APIResponse(responseCode = "200", description = "The mappings of this kind")
    @APIResponse(responseCode = "404", description = "There is no import of this kind")
    public ImportDesk.Mappings mappings(String kind) {
        return desk.mappings(of(kind));
    }

    @GET
    @Path("/mappings/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getEnergyMapping", summary = "One mapping of columns")
    @APIResponse(responseCode = "200", description = "The mapping")
    @APIResponse(responseCode = "404", description = "No mapping of this kind has this name")
    public ColumnMappings.Named mapping(String kind, String name) {
        return desk.mapping(of(kind), name);
    }

    @PUT
    @Path("/mappings/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(operationId = "putEnergyMapping", summary = "State a mapping, or state it anew")
    @APIResponse(responseCode = "200", description = "The mapping as it is on file")
    @APIResponse(responseCode = "400", description = "The mapping does not fit the columns")
    @APIResponse(responseCode = "409", description = "As many are on file as are kept")
    public ColumnMappings.Named put(String kind, String name, StatedMapping mapping) {
        return desk.put(of(kind), name, mapping, caller());
    }

    private String caller() {
        return Caller.of(identity).subject();
    }

    private ImportKind of(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new NotFoundException(
                                Problem.of(
                                                CommonProblem.UNKNOWN_IMPORT_KIND,
                                                "'%s' is none of %s"
                                                        .formatted(
                                                                name,
                                                                kinds.stream()
                                                                        .map(ImportKind::name)
                                                                        .sorted()
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", "))))
                                        .response()));
    }
}

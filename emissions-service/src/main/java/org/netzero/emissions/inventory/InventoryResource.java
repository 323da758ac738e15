package org.netzero.emissions.inventory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/inventory")
@RunOnVirtualThread
class InventoryResource {

    private final ShownInventories inventories;

    InventoryResource(ShownInventories inventories) {
        this.inventories = inventories;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @APIResponse(
            responseCode = "200",
            description = "The inventory",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InventoryView.class)))
    public Response get(
            @BeanParam AskedPeriod asked, @BeanParam InventoryQuery.Parameters parameters) {
        return Response.ok(inventories.show(InventoryQuery.read(asked.required(), parameters)))
                .build();
    }

    @ServerExceptionMapper
    Response unknown(UnknownVersion unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_VERSION, String.valueOf(unknown.getMessage()))
                .response();
    }
}

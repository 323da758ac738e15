package org.netzero.energy.plant;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.installation.Registration;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/energy/plants")
@Tag(name = "Plants")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class PlantResource {

    private final Plants plants;
    private final SecurityIdentity identity;

    PlantResource(Plants plants, SecurityIdentity identity) {
        this.plants = plants;
        this.identity = identity;
    }

    @PUT
    @Path("/{plantId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putPlant",
            summary = "Register a plant, or state it anew; what was stated before stays on file")
    @APIResponse(responseCode = "200", description = "The plant was known; this is it now")
    @APIResponse(responseCode = "201", description = "The plant is new")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; violations names it")
    @APIResponse(responseCode = "404", description = "Its site is not registered")
    public Response put(String plantId, PlantRequest request) {
        Plant plant = request.plant(plantId);
        Registration registration = plants.put(plant, Caller.of(identity).subject());
        return Response.status(registration == Registration.NEW ? 201 : 200)
                .entity(PlantView.of(plants.lastOf(plantId)))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(operationId = "listPlants", summary = "The plants, in the order of their ids")
    @APIResponse(responseCode = "200", description = "One page of plants")
    public Page<PlantView> list(@BeanParam PageQuery page) {
        return new Listing<PlantView>(
                        (cursor, count) ->
                                plants.after(cursor.orElse(""), count).stream()
                                        .map(PlantView::of)
                                        .toList(),
                        PlantView::plantId,
                        PlantView.COLUMNS,
                        PlantView::row)
                .page(page);
    }

    @GET
    @Path("/{plantId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPlant", summary = "One plant, as it was stated last")
    @APIResponse(responseCode = "200", description = "The plant")
    @APIResponse(responseCode = "404", description = "No plant has this id")
    public PlantView get(String plantId) {
        return PlantView.of(plants.lastOf(plantId));
    }

    @GET
    @Path("/{plantId}/revisions")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            operationId = "listPlantRevisions",
            summary = "Everything that was stated of a plant, the oldest first")
    @APIResponse(responseCode = "200", description = "One page of revisions")
    @APIResponse(responseCode = "404", description = "No plant has this id")
    public Page<PlantView> revisions(String plantId, @BeanParam PageQuery page) {
        List<PlantView> all = plants.revisionsOf(plantId).stream().map(PlantView::of).toList();
        return Listing.of(
                        all,
                        view -> String.valueOf(view.revision()),
                        PlantView.COLUMNS,
                        PlantView::row)
                .page(page);
    }
}

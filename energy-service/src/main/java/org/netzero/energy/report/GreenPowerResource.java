package org.netzero.energy.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

@Path("/api/energy/green-power")
@Tag(name = "Green power")
@RunOnVirtualThread
class GreenPowerResource {

    private final GreenPowerProgress progress;

    GreenPowerResource(GreenPowerProgress progress) {
        this.progress = progress;
    }

    @GET
    @Path("/progress")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getGreenPowerProgress",
            summary =
                    "How far it is to green power: share, path, pace, and what is missing in each zone and year")
    @APIResponse(responseCode = "200", description = "The years, both ends included")
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
    public GreenPowerProgressView progress(@BeanParam GreenPowerQuery query) {
        GreenPowerQuery.Asked asked = query.read();
        return GreenPowerProgressView.of(
                asked.from(), asked.to(), progress.of(asked.from(), asked.to(), asked.growth()));
    }
}

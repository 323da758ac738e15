package org.netzero.energy.greenpower;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.energy.EnergyProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/energy/green-power-target")
@Tag(name = "Green power")
@RunOnVirtualThread
class GreenPowerTargetResource {

    private final GreenPowerTargets targets;
    private final SecurityIdentity identity;

    GreenPowerTargetResource(GreenPowerTargets targets, SecurityIdentity identity) {
        this.targets = targets;
        this.identity = identity;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putGreenPowerTarget",
            summary = "State the renewable share to be reached year by year",
            description =
                    "Shares are fractions. Between two stated years the path is a straight line. The path before stays in the history.")
    @APIResponse(responseCode = "200", description = "The same path was stated before")
    @APIResponse(responseCode = "201", description = "This is the path now")
    @APIResponse(responseCode = "400", description = "A year or a share breaks a rule")
    public Response put(GreenPowerTargetRequest request) {
        GreenPowerTargetRequest.Stated stated = request.read();
        boolean changed =
                targets.state(stated.path(), stated.evidence(), Caller.of(identity).subject());
        return Response.status(changed ? 201 : 200).entity(get()).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "getGreenPowerTarget", summary = "The path to green power")
    @APIResponse(responseCode = "200", description = "The path that was stated last")
    @APIResponse(responseCode = "404", description = "None was stated")
    public GreenPowerTargetView get() {
        return targets.current().map(GreenPowerTargetView::of).orElseThrow(NoTargetStated::new);
    }

    @GET
    @Path("/history")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listGreenPowerTargets",
            summary = "The paths that were stated, the first one first")
    @APIResponse(responseCode = "200", description = "One page of paths")
    public Page<GreenPowerTargetView> history(@BeanParam PageQuery page) {
        return new Listing<GreenPowerTargetView>(
                        (cursor, count) ->
                                targets.after(cursor.map(this::version).orElse(0), count).stream()
                                        .map(GreenPowerTargetView::of)
                                        .toList(),
                        view -> String.valueOf(view.version()),
                        GreenPowerTargetView.COLUMNS,
                        GreenPowerTargetView::row)
                .page(page);
    }

    private int version(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(
                    "cursor", "NOT_A_CURSOR", "'%s' is no nextCursor".formatted(cursor));
        }
    }

    @ServerExceptionMapper
    Response none(NoTargetStated none) {
        return Problem.of(EnergyProblem.NO_TARGET_STATED, String.valueOf(none.getMessage()))
                .response();
    }
}

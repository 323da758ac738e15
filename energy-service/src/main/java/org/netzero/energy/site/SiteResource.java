package org.netzero.energy.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.CsvTable;
import org.netzero.energy.Page;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/sites")
@Tag(name = "Sites")
@RunOnVirtualThread
class SiteResource {

    private final Sites sites;

    SiteResource(Sites sites) {
        this.sites = sites;
    }

    @PUT
    @Path("/{siteId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(operationId = "putSite", summary = "Register a site, or replace what is known of it")
    @APIResponse(responseCode = "200", description = "The site was known; this is it now")
    @APIResponse(responseCode = "201", description = "The site is new")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; violations names it")
    public Response put(String siteId, Optional<SiteRequest> request) {
        Site site =
                request.orElseThrow(() -> new InvalidInput("", "REQUIRED", "the body is empty"))
                        .site(siteId);
        Sites.Registration registration = sites.put(site);
        return Response.status(registration == Sites.Registration.NEW ? 201 : 200)
                .entity(SiteView.of(site))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "listSites", summary = "The sites, in the order of their ids")
    @APIResponse(responseCode = "200", description = "One page of sites")
    public Page<SiteView> list(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return sites.after(cursor, Page.limit(limit)).map(SiteView::of);
    }

    @GET
    @Produces(CsvTable.ON_REQUEST)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(hidden = true)
    public String table(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("1000") String limit) {
        return SiteView.table(sites.after(cursor, Page.limit(limit)).items()).text();
    }

    @GET
    @Path("/{siteId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "getSite", summary = "One site")
    @APIResponse(responseCode = "200", description = "The site")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public SiteView get(String siteId) {
        return SiteView.of(sites.get(siteId));
    }
}

package org.netzero.energy.site;

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
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

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
    public Response put(String siteId, SiteRequest request) {
        Site site = request.site(siteId);
        Sites.Registration registration = sites.put(site);
        return Response.status(registration == Sites.Registration.NEW ? 201 : 200)
                .entity(SiteView.of(site))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "listSites", summary = "The sites, in the order of their ids")
    @APIResponse(responseCode = "200", description = "One page of sites")
    public Page<SiteView> list(@BeanParam PageQuery page) {
        return new Listing<SiteView>(
                        (cursor, count) ->
                                sites.after(cursor.orElse(""), count).stream()
                                        .map(SiteView::of)
                                        .toList(),
                        SiteView::siteId,
                        SiteView.COLUMNS.names(),
                        SiteView::row)
                .page(page);
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

package org.netzero.gateway.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/keys")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class KeysResource {

    private final ApiKeys keys;

    KeysResource(ApiKeys keys) {
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issue an API key; the answer is the only place that shows it")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public RestResponse<KeyView> issue(KeyRequest request) {
        KeyRequest.Wanted wanted = request.check();
        Secret secret = Secret.create(Credential.KEY_PREFIX);
        ApiKey issued = keys.issue(wanted, secret);
        return ResponseBuilder.create(Status.CREATED, KeyView.issued(issued, secret))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "List API keys, ordered by name")
    public Page<KeyView> list(@BeanParam PageQuery page) {
        return new Listing<KeyView>(
                        (cursor, count) ->
                                keys.after(cursor.orElse(""), count).stream()
                                        .map(KeyView::of)
                                        .toList(),
                        KeyView::name,
                        KeyView.COLUMNS,
                        KeyView::row)
                .page(page);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an API key and end its sessions")
    public void revoke(UUID id) {
        keys.revoke(id);
    }
}

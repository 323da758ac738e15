package org.netzero.gateway.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/keys")
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class KeysResource {

    private static final String PREFIX = "nz_";
    private static final int LARGEST_PAGE = 1_000;

    private final ApiKeys keys;

    KeysResource(ApiKeys keys) {
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Issue an API key; the answer is the only place that shows it")
    public KeyView issue(KeyRequest request) {
        KeyRequest.Wanted wanted = request.check();
        Secret secret = Secret.create(PREFIX);
        return KeyView.issued(keys.issue(wanted.name(), wanted.roles(), secret), secret);
    }

    @GET
    @Operation(summary = "List API keys by name; cursor is the last name of the page before")
    public List<KeyView> list(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new InvalidInput("limit", "OUT_OF_RANGE", "needs 1 to " + LARGEST_PAGE);
        }
        return keys.page(cursor, limit).stream().map(KeyView::of).toList();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an API key and end its sessions")
    public void revoke(UUID id) {
        keys.revoke(id);
    }
}

package org.netzero.gateway.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/api/session")
@Authenticated
@RunOnVirtualThread
class SessionResource {

    private final Sessions sessions;
    private final SecurityIdentity caller;

    SessionResource(Sessions sessions, SecurityIdentity caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Swap the API key in X-API-Key for a session's cookie")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response open(UriInfo address) {
        if (credential() instanceof Credential.Session) {
            throw new KeyNeeded();
        }
        Secret secret = sessions.open(holder().keyId());
        return Response.ok(SessionView.of(holder(), secret))
                .cookie(cookie(secret.text(), (int) Sessions.LIFE.toSeconds(), address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(summary = "Who is logged in")
    public SessionView current() {
        return switch (credential()) {
            case Credential.Key key -> SessionView.of(holder());
            case Credential.Session session -> SessionView.of(holder(), session.secret());
        };
    }

    @DELETE
    @Operation(summary = "Log out")
    @APIResponse(responseCode = "204")
    public Response close(UriInfo address) {
        if (credential() instanceof Credential.Session session) {
            sessions.close(session.secret());
        }
        return Response.noContent().cookie(cookie("", 0, address)).build();
    }

    private KeyHolder holder() {
        return caller.getAttribute(KeyHolder.class.getName());
    }

    private Credential credential() {
        return caller.getAttribute(Credential.class.getName());
    }

    private static NewCookie cookie(String value, int maxAgeSeconds, UriInfo address) {
        return new NewCookie.Builder(Credential.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(address.getRequestUri().getScheme()))
                .build();
    }
}

package org.netzero.emissions.conformance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.netzero.platform.identity.Role;

@Path("/api/emissions/conformance")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ConformanceResource {

    private final Conformance conformance;

    ConformanceResource(Conformance conformance) {
        this.conformance = conformance;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Conformance.Report report() {
        return conformance.report();
    }
}

package org.netzero.gateway.health;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/health")
@PermitAll
@RunOnVirtualThread
class HealthResource {

    private final Suite suite;

    HealthResource(Suite suite) {
        this.suite = suite;
    }

    @GET
    @Operation(summary = "Whether the services, the database and Kafka work; needs no key")
    @APIResponse(responseCode = "200", description = "Everything is UP")
    @APIResponse(responseCode = "503", description = "Something is DOWN")
    public RestResponse<HealthView> health() {
        HealthView health = suite.health();
        return ResponseBuilder.create(
                        health.isUp() ? Status.OK : Status.SERVICE_UNAVAILABLE, health)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

package org.netzero.gateway.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.netzero.gateway.routing.Service;

@Path("/api/openapi")
@PermitAll
@RunOnVirtualThread
class DescriptionResource {

    private static final String WHAT =
            "Carbon accounting for one reporting company, from the meter to the 2030 roadmap.";

    private final Parts parts;

    DescriptionResource(Parts parts) {
        this.parts = parts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "This document: the whole public API; needs no key")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode describe() {
        List<Part> present = new ArrayList<>(List.of(parts.ofGateway()));
        List<String> away = new ArrayList<>();
        for (Service service : Service.values()) {
            Optional<Part> part = parts.of(service);
            part.ifPresentOrElse(present::add, () -> away.add(service.label()));
        }
        return MergedDocument.of(present, description(away));
    }

    private static String description(List<String> away) {
        return away.isEmpty()
                ? WHAT
                : "%s Left out, since the service is away: %s."
                        .formatted(WHAT, String.join(", ", away));
    }
}

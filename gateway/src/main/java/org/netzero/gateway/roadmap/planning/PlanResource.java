package org.netzero.gateway.roadmap.planning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.projection.AsOf;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

@Path("/api/roadmap/scenarios/{id}/plan")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class PlanResource {

    private final Plans plans;
    private final Clock clock;

    PlanResource(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary =
                    "Which lever of a scenario to build when, at the fewest credits and then the least cost",
            description = "What the scenario does not state is assumed and said to be.")
    public PlanView plan(
            @RestPath String id,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf) {
        return answer(id, asOf, PlanTerms.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "The same on terms of your own; nothing is stored",
            description =
                    "Everything in the body may be absent; what is absent is as in the scenario, or assumed and said to be. Where no plan keeps every target, the answer is the plan with the smallest gap and the limits that bind.")
    public PlanView planOn(
            @RestPath String id,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf,
            @Nullable PlanRequest request) {
        return answer(id, asOf, (request == null ? PlanRequest.NOTHING : request).terms());
    }

    private PlanView answer(String id, Optional<String> asOf, PlanTerms terms) {
        return PlanView.of(plans.of(id, AsOf.read(asOf, clock), terms));
    }
}

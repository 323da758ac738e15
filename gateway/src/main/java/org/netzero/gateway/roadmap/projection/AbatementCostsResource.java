package org.netzero.gateway.roadmap.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.gateway.roadmap.engine.AbatementCosts;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/scenarios/{id}/abatement-costs")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class AbatementCostsResource {

    /// Assumed where a caller states none.
    private static final double DISCOUNT_RATE = 0.08;

    private final Projections projections;
    private final Clock clock;

    AbatementCostsResource(Projections projections, Clock clock) {
        this.projections = projections;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What the levers of a scenario cost for each tonne they realise")
    public AbatementCostsView abatementCosts(
            @RestPath String id,
            @Parameter(description = "Per year, 0 to 1; absent for 0.08, which is assumed")
                    @RestQuery
                    Optional<Double> discountRate,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf) {
        DatedProjection dated = projections.of(id, AsOf.read(asOf, clock));
        try {
            return AbatementCostsView.of(
                    dated,
                    AbatementCosts.of(
                            dated.stored().scenario(),
                            dated.projection(),
                            discountRate.orElse(DISCOUNT_RATE)));
        } catch (RoadmapRefusal refused) {
            throw new InvalidInput(
                    "discountRate", "VALUE_OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        }
    }
}

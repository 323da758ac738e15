package org.netzero.gateway.roadmap.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.netzero.gateway.roadmap.engine.AbatementCosts;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
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
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "What the levers of a scenario cost for each tonne they realise")
    public AbatementCostsView abatementCosts(
            @RestPath String id,
            @Parameter(description = "Per year, 0 to 1; absent for 0.08, which is assumed")
                    @RestQuery
                    Optional<String> discountRate,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf) {
        double rate = discountRate.map(AbatementCostsResource::rate).orElse(DISCOUNT_RATE);
        DatedProjection dated = projections.of(id, AsOf.read(asOf, clock));
        try {
            return AbatementCostsView.of(
                    dated, AbatementCosts.of(dated.stored().scenario(), dated.projection(), rate));
        } catch (RoadmapRefusal refused) {
            throw new InvalidInput(
                    "discountRate", "VALUE_OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        }
    }

    private static double rate(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(
                    "discountRate",
                    "NOT_A_NUMBER",
                    "'%s' is no number; state a rate per year, 0.08 for 8 %%".formatted(text));
        }
    }
}

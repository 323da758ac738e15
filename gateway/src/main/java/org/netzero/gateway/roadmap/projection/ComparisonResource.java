package org.netzero.gateway.roadmap.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/comparison")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class ComparisonResource {

    private static final String FIELD = "scenarios";
    private static final int MAXIMUM = 10;

    private final LiveProjections live;
    private final Projections projections;
    private final Clock clock;

    ComparisonResource(LiveProjections live, Projections projections, Clock clock) {
        this.live = live;
        this.projections = projections;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "Scenarios side by side, year by year, each held against the first")
    public ComparisonView compare(
            @Parameter(description = "Two to ten ids, apart by commas", required = true) @RestQuery
                    Optional<String> scenarios,
            @Parameter(description = "As of the projection; by the present method") @RestQuery
                    Optional<String> asOf) {
        List<String> ids = ids(scenarios.orElse(""));
        if (asOf.isEmpty()) {
            return ComparisonView.of(ids.stream().map(live::presentExact).toList());
        }
        Instant at = AsOf.read(asOf, clock);
        return ComparisonView.of(ids.stream().map(id -> projections.of(id, at)).toList());
    }

    private static List<String> ids(String text) {
        List<String> ids =
                List.of(text.split(",", -1)).stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
        if (ids.size() < 2 || ids.size() > MAXIMUM) {
            throw new InvalidInput(
                    FIELD,
                    "NOT_COMPARABLE",
                    "'%s' names %d scenarios; state 2 to %d ids, apart by commas"
                            .formatted(text, ids.size(), MAXIMUM));
        }
        HashSet<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new InvalidInput(
                        FIELD,
                        "DUPLICATE_ENTRY",
                        "'%s' is named twice; state each scenario once".formatted(id));
            }
        }
        return ids;
    }
}

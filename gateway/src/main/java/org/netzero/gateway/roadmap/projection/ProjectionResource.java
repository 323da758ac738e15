package org.netzero.gateway.roadmap.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.gateway.roadmap.basis.History;
import org.netzero.gateway.roadmap.engine.Explanation;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/scenarios/{id}/projection")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class ProjectionResource {

    private static final String AS_OF =
            "An instant, or a day in UTC up to its end: what was projected then, from the figures"
                    + " received and the version of the scenario stored until then, by the method of that"
                    + " time. More than seven days back it is the start of that instant's day. Absent for"
                    + " now.";

    private static final String EXPLAINED_AS_OF =
            "As of the projection; always by the present method.";

    private final LiveProjections live;
    private final Projections projections;
    private final Vintages vintages;
    private final History history;
    private final Clock clock;

    ProjectionResource(
            LiveProjections live,
            Projections projections,
            Vintages vintages,
            History history,
            Clock clock) {
        this.live = live;
        this.projections = projections;
        this.vintages = vintages;
        this.history = history;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "Where a scenario leads, year by year, and why")
    public ProjectionView project(
            @RestPath String id, @Parameter(description = AS_OF) @RestQuery Optional<String> asOf) {
        if (asOf.isEmpty()) {
            return live.present(id);
        }
        Instant at = AsOf.read(asOf, clock);
        return vintages.viewOfEarlierMethod(id, history.keptAtOrBefore(at))
                .orElseGet(() -> ProjectionView.of(projections.of(id, at)));
    }

    @GET
    @Path("/explanation")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "Every figure of a projected year with its equation and numbers")
    public ExplanationView explain(
            @RestPath String id,
            @Parameter(description = "A year of the projection; absent for its last") @RestQuery
                    Optional<String> year,
            @Parameter(description = EXPLAINED_AS_OF) @RestQuery Optional<String> asOf) {
        DatedProjection dated = projections.of(id, AsOf.read(asOf, clock));
        ProjectionYear projected =
                year.map(wanted -> yearOf(dated, wanted))
                        .orElseGet(() -> dated.projection().years().getLast());
        Explanation explanation = projections.explain(dated);
        return ExplanationView.of(dated, projected, explanation);
    }

    private static ProjectionYear yearOf(DatedProjection dated, String wanted) {
        if (!wanted.matches("\\d{4}")) {
            throw new InvalidInput(
                    "year",
                    "NOT_A_YEAR",
                    "'%s' is no calendar year such as 2030".formatted(wanted));
        }
        return dated.projection()
                .year(Integer.parseInt(wanted))
                .orElseThrow(() ->
                        new InvalidInput(
                                "year",
                                "NOT_PROJECTED",
                                "%s is not projected; ask for a year from %d to %d"
                                        .formatted(
                                                wanted,
                                                dated.projection().years().getFirst().year(),
                                                dated.projection().years().getLast().year())));
    }
}

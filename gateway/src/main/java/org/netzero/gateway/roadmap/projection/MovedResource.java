package org.netzero.gateway.roadmap.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/scenarios/{id}")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class MovedResource {

    private final Movements movements;
    private final Vintages vintages;
    private final Scenarios scenarios;
    private final Clock clock;

    MovedResource(Movements movements, Vintages vintages, Scenarios scenarios, Clock clock) {
        this.movements = movements;
        this.vintages = vintages;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    @GET
    @Path("moved")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary = "What moved a projection from one time to another",
            description =
                    "By year and figure the change, split exactly into new figures, the scenario and the method of the engine, each part with the records and fields that differ.")
    public MovedView moved(
            @RestPath String id,
            @Parameter(description = "An instant, or a day in UTC up to its end", required = true)
                    @RestQuery
                    Optional<String> from,
            @Parameter(description = "The same, later; absent for now") @RestQuery
                    Optional<String> to) {
        if (from.isEmpty()) {
            throw new InvalidInput(
                    "from", "REQUIRED", "state from when on, such as 2026-11-23T08:00:00Z");
        }
        Instant start = AsOf.read("from", from, clock);
        Instant end = AsOf.read("to", to, clock);
        if (!start.isBefore(end)) {
            throw new InvalidInput(
                    "from",
                    "NOT_BEFORE_TO",
                    "%s is not before %s; state the earlier instant as from".formatted(start, end));
        }
        return MovedView.of(movements.between(id, start, end));
    }

    @GET
    @Path("vintages")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary = "When the projection of a scenario moved, the newest first",
            description =
                    "The last of each minute of a day, of each hour of seven days, of each UTC day before that; up to ten seconds behind.")
    public Page<VintageView> vintages(@RestPath String id, @BeanParam PageQuery query) {
        refuseUnknown(id);
        Page<Vintage> page =
                new Listing<Vintage>(
                                (cursor, count) -> vintages.before(id, idOf(cursor), count),
                                vintage -> String.valueOf(vintage.id()),
                                VintageView.COLUMNS,
                                vintage -> VintageView.of(vintage).row())
                        .page(query);
        return new Page<>(
                page.items().stream().map(VintageView::of).toList(),
                page.nextCursor(),
                page.table());
    }

    /// Of a deleted one they are listed as before.
    private void refuseUnknown(String scenarioId) {
        scenarios.checkOnFile(scenarioId, Instant.MIN);
    }

    private static OptionalLong idOf(Optional<String> cursor) {
        try {
            return cursor.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(cursor.get()));
        } catch (NumberFormatException unknown) {
            throw new InvalidInput(
                    "cursor",
                    "UNKNOWN_CURSOR",
                    "'%s' is no cursor of this list; start without one".formatted(cursor.get()));
        }
    }
}

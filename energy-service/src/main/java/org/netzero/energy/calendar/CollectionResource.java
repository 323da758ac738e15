package org.netzero.energy.calendar;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.site.Sites;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Period;
import org.netzero.platform.input.QueryFlag;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/energy/collection")
@Tag(name = "Collection")
@RunOnVirtualThread
class CollectionResource {

    private final CollectionCalendar calendar;
    private final Accruals accruals;
    private final Sites sites;
    private final SecurityIdentity identity;
    private final Clock clock;

    CollectionResource(
            CollectionCalendar calendar,
            Accruals accruals,
            Sites sites,
            SecurityIdentity identity,
            Clock clock) {
        this.calendar = calendar;
        this.accruals = accruals;
        this.sites = sites;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getCollection",
            summary =
                    "The collection calendar: which figures are expected, received, late, missing, accrued and trued up")
    @APIResponse(responseCode = "200", description = "The cells of lines and periods, and counts")
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public CollectionView calendar(
            @BeanParam AskedPeriod asked,
            @BeanParam CollectionQuery query,
            @BeanParam PageQuery page) {
        Period period = asked.required();
        CollectionQuery.Filter filter = query.filter();
        filter.siteId().ifPresent(sites::get);
        List<Cell> cells =
                calendar.cells(CollectionQuery.span(period), filter.siteId(), filter::of).stream()
                        .filter(filter::has)
                        .toList();
        return CollectionView.of(period.toString(), clock.instant(), cells, page);
    }

    @POST
    @Path("/accruals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "accrue",
            summary = "Let estimates by the stated rules stand in for figures that have not come",
            description =
                    "Each becomes an energy record of provenance ESTIMATED whose evidence explains it. When the figure comes, it counts in its place.")
    @APIResponse(responseCode = "200", description = "What was accrued, and what was not and why")
    @APIResponse(responseCode = "400", description = "A field breaks a rule")
    @APIResponse(responseCode = "404", description = "No site has this id")
    @APIResponse(responseCode = "409", description = "Figures of the line are there already")
    public AccrualsView accrue(
            @Parameter(description = "true: only say what would be accrued") @QueryParam("dryRun")
                    @Nullable String dryRun,
            AccrualsRequest request) {
        boolean preview = QueryFlag.isSet("dryRun", Optional.ofNullable(dryRun));
        AccrualsRequest.Order order = request.order();
        order.siteId().ifPresent(sites::get);
        return AccrualsView.of(
                order.period(),
                preview,
                preview
                        ? accruals.preview(order)
                        : accruals.accrue(order, Caller.of(identity).subject()));
    }
}

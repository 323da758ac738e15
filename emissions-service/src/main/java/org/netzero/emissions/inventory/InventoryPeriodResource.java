package org.netzero.emissions.inventory;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.inventory.InventoryPeriods.Step;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/inventories/{year}")
@RunOnVirtualThread
class InventoryPeriodResource {

    private static final int MOST_FLAGS = 20;

    private static final List<String> COLUMNS =
            List.of(
                    "version",
                    "status",
                    "reason",
                    "acknowledged",
                    "gwpSet",
                    "consolidationApproach",
                    "complete",
                    "totalLocationBasedKgCo2e",
                    "totalMarketBasedKgCo2e",
                    "contentSha256",
                    "at",
                    "by");

    private final InventoryPeriods periods;
    private final ShownInventories inventories;
    private final SecurityIdentity identity;

    InventoryPeriodResource(
            InventoryPeriods periods, ShownInventories inventories, SecurityIdentity identity) {
        this.periods = periods;
        this.inventories = inventories;
        this.identity = identity;
    }

    /// A step as it is asked for.
    ///
    /// @param reason required to restate and to go back to draft
    /// @param acknowledge flags of results that the caller knows of, such as `CARRIED_FORWARD`
    record TransitionRequest(
            @Nullable String to,
            @Nullable String reason,
            @Nullable List<@Nullable String> acknowledge) {

        Step read(String year, String by) {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("to", to);
            values.put("reason", reason);
            var fields = new Fields(values);
            Optional<InventoryStatus> status = fields.oneOf("to", InventoryStatus.class);
            Optional<String> why = fields.optionalText("reason");
            boolean needsReason =
                    status.equals(Optional.of(InventoryStatus.RESTATED))
                            || status.equals(Optional.of(InventoryStatus.DRAFT));
            if (needsReason && why.isEmpty()) {
                fields.refuse(
                        "reason", "REQUIRED", "is required for %s".formatted(status.orElseThrow()));
            }
            List<String> flags =
                    acknowledge == null
                            ? List.of()
                            : acknowledge.stream().map(String::valueOf).toList();
            if (flags.size() > MOST_FLAGS
                    || !flags.stream().allMatch(flag -> flag.matches("[A-Z0-9_]{1,60}"))) {
                fields.refuse(
                        "acknowledge",
                        "NOT_A_FLAG",
                        "%s are not at most %d flags such as CARRIED_FORWARD"
                                .formatted(flags.stream().limit(MOST_FLAGS).toList(), MOST_FLAGS));
            }
            fields.refuseIfInvalid();
            return new Step(yearOf(year), status.orElseThrow(), why, flags, by);
        }
    }

    /// A step that was taken.
    record TransitionView(
            int year,
            int position,
            InventoryStatus from,
            InventoryStatus to,
            @Nullable String reason,
            List<String> acknowledged,
            Instant at,
            String by) {

        static final List<String> COLUMNS =
                List.of("year", "position", "from", "to", "reason", "acknowledged", "at", "by");

        static TransitionView of(TransitionEntity step) {
            return new TransitionView(
                    step.year,
                    step.position,
                    step.from,
                    step.to,
                    step.reason,
                    step.acknowledged.isEmpty()
                            ? List.of()
                            : List.of(step.acknowledged.split(",", -1)),
                    step.at,
                    step.by);
        }

        List<@Nullable Object> row() {
            return Table.row(
                    year, position, from, to, reason, String.join(" ", acknowledged), at, by);
        }
    }

    /// What a version is, without its content.
    record VersionView(
            int version,
            InventoryStatus status,
            @Nullable String reason,
            List<String> acknowledged,
            String gwpSet,
            String consolidationApproach,
            boolean complete,
            BigDecimal totalLocationBasedKgCo2e,
            BigDecimal totalMarketBasedKgCo2e,
            String contentSha256,
            Instant at,
            String by) {

        static VersionView of(StoredInventory stored) {
            return new VersionView(
                    stored.version(),
                    stored.view().status(),
                    stored.reason().orElse(null),
                    stored.acknowledged(),
                    stored.view().gwpSet().name(),
                    stored.view().consolidationApproach().name(),
                    stored.view().complete(),
                    stored.view().total().locationBased().kgCo2e(),
                    stored.view().total().marketBased().kgCo2e(),
                    stored.contentSha256(),
                    stored.at(),
                    stored.by());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    version,
                    status,
                    reason,
                    String.join(" ", acknowledged),
                    gwpSet,
                    consolidationApproach,
                    complete,
                    totalLocationBasedKgCo2e,
                    totalMarketBasedKgCo2e,
                    contentSha256,
                    at,
                    by);
        }
    }

    /// Takes a step. A steward validates, and takes a validation back; an administrator locks and
    /// restates as well.
    @POST
    @Path("transitions")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public TransitionView post(@PathParam("year") String year, TransitionRequest request) {
        Step step = request.read(year, Caller.of(identity).subject());
        if (step.to().isStored() && !identity.hasRole(Role.ADMIN)) {
            throw new ForbiddenException(
                    "Only an administrator may make an inventory %s".formatted(step.to()));
        }
        return TransitionView.of(periods.take(step));
    }

    /// Every step of the year.
    @GET
    @Path("transitions")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<TransitionView> transitions(
            @PathParam("year") String year, @BeanParam PageQuery page) {
        return Listing.of(
                        periods.steps(yearOf(year)).stream().map(TransitionView::of).toList(),
                        step -> String.valueOf(step.position()),
                        TransitionView.COLUMNS,
                        TransitionView::row)
                .page(page);
    }

    /// Every version of the year's inventory.
    @GET
    @Path("versions")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<VersionView> versions(@PathParam("year") String year, @BeanParam PageQuery page) {
        return Listing.of(
                        inventories.versions(yearOf(year)).stream().map(VersionView::of).toList(),
                        version -> String.valueOf(version.version()),
                        COLUMNS,
                        VersionView::row)
                .page(page);
    }

    private static int yearOf(String text) {
        if (text.matches("[0-9]{4}")) {
            int year = Integer.parseInt(text);
            if (year >= Period.MIN_YEAR && year <= Period.MAX_YEAR) {
                return year;
            }
        }
        throw new InvalidInput(
                "year",
                "NOT_A_YEAR",
                "'%s' is no year from %d to %d".formatted(text, Period.MIN_YEAR, Period.MAX_YEAR));
    }

    @ServerExceptionMapper
    Response refused(TransitionRefused refused) {
        EmissionsProblem problem =
                switch (refused.rule()) {
                    case ORDER -> EmissionsProblem.TRANSITION_REFUSED;
                    case CHANGED_SINCE_VALIDATION -> EmissionsProblem.CHANGED_SINCE_VALIDATION;
                    case ACKNOWLEDGEMENT_NEEDED -> EmissionsProblem.ACKNOWLEDGEMENT_NEEDED;
                    case INSTRUMENT_NOT_RETIRED -> EmissionsProblem.INSTRUMENT_NOT_RETIRED;
                };
        return Problem.of(problem, String.valueOf(refused.getMessage())).response();
    }
}

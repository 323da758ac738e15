package org.netzero.emissions.baseyear;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.baseyear.BaseYears.Stated;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/organization")
@RunOnVirtualThread
class BaseYearPolicyResource {

    private static final List<String> COLUMNS =
            List.of("changeId", "kind", "happenedOn", "tonnesCo2e", "description", "statedAt");

    private final BaseYears baseYears;
    private final SecurityIdentity identity;

    BaseYearPolicyResource(BaseYears baseYears, SecurityIdentity identity) {
        this.baseYears = baseYears;
        this.identity = identity;
    }

    /// A policy as it is written.
    ///
    /// @param cumulative true where nobody says
    record PolicyRequest(
            @Nullable String baseYear,
            @Nullable String thresholdPercent,
            @Nullable Boolean cumulative) {

        BaseYearPolicy read() {
            var fields = Fields.of(this);
            Optional<Period> year = fields.period("baseYear");
            if (year.filter(period -> !period.isYear()).isPresent()) {
                fields.refuse("baseYear", "NOT_A_YEAR", "'%s' is no year".formatted(baseYear));
            }
            Optional<BigDecimal> threshold = fields.decimal("thresholdPercent");
            if (threshold
                    .filter(stated ->
                            stated.signum() <= 0 || stated.compareTo(BigDecimal.valueOf(100)) > 0)
                    .isPresent()) {
                fields.refuse(
                        "thresholdPercent",
                        "OUT_OF_RANGE",
                        "'%s' does not lie above 0 and up to 100; write 5 for 5 %%"
                                .formatted(thresholdPercent));
            }
            fields.refuseIfInvalid();
            return new BaseYearPolicy(
                    year.orElseThrow().start().getYear(),
                    threshold.orElseThrow(),
                    cumulative == null || cumulative);
        }
    }

    /// A policy as the API shows it.
    record PolicyView(int baseYear, BigDecimal thresholdPercent, boolean cumulative) {

        static PolicyView of(BaseYearPolicy policy) {
            return new PolicyView(
                    policy.baseYear(), policy.thresholdPercent(), policy.cumulative());
        }
    }

    /// A change as it is written.
    ///
    /// @param tonnesCo2e what it adds to the base year's emissions, or takes from them
    record ChangeRequest(
            @Nullable String kind,
            @Nullable String happenedOn,
            @Nullable String tonnesCo2e,
            @Nullable String description) {

        Stated read(String changeId) {
            var fields = Fields.of(this, Map.of("changeId", changeId));
            Optional<String> id = fields.id("changeId");
            Optional<StructuralChange.Kind> what =
                    fields.oneOf("kind", StructuralChange.Kind.class);
            boolean dated = fields.text("happenedOn").isPresent();
            Optional<LocalDate> day = dated ? fields.optionalDate("happenedOn") : Optional.empty();
            Optional<BigDecimal> tonnes = fields.decimal("tonnesCo2e");
            Optional<String> why = fields.text("description");
            fields.refuseIfInvalid();
            return new Stated(
                    id.orElseThrow(),
                    what.orElseThrow(),
                    day.orElseThrow(),
                    tonnes.orElseThrow(),
                    why.orElseThrow());
        }
    }

    /// A change as the API shows it.
    record ChangeView(
            String changeId,
            StructuralChange.Kind kind,
            LocalDate happenedOn,
            BigDecimal tonnesCo2e,
            String description,
            Instant statedAt) {

        static ChangeView of(StructuralChange change) {
            return new ChangeView(
                    change.changeId(),
                    change.kind(),
                    change.happenedOn(),
                    change.tonnesCo2e(),
                    change.description(),
                    change.statedAt());
        }

        private List<@Nullable Object> row() {
            return Table.row(changeId, kind, happenedOn, tonnesCo2e, description, statedAt);
        }
    }

    @GET
    @Path("base-year-policy")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public PolicyView policy() {
        return PolicyView.of(
                baseYears
                        .policy()
                        .orElseThrow(() ->
                                new BaseYearUnknown(
                                        "PUT /api/organization/base-year-policy sets one up")));
    }

    @PUT
    @Path("base-year-policy")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public PolicyView put(PolicyRequest request) {
        BaseYearPolicy policy = request.read();
        baseYears.put(policy, Caller.of(identity).subject());
        return PolicyView.of(policy);
    }

    @GET
    @Path("structural-changes")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<ChangeView> changes(@BeanParam PageQuery page) {
        return Listing.of(
                        baseYears.changes().stream().map(ChangeView::of).toList(),
                        ChangeView::changeId,
                        COLUMNS,
                        ChangeView::row)
                .page(page);
    }

    @PUT
    @Path("structural-changes/{changeId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ChangeView put(@PathParam("changeId") String changeId, ChangeRequest request) {
        return ChangeView.of(baseYears.put(request.read(changeId), Caller.of(identity).subject()));
    }

    @ServerExceptionMapper
    Response unknown(BaseYearUnknown unknown) {
        return Problem.of(EmissionsProblem.NO_BASE_YEAR, String.valueOf(unknown.getMessage()))
                .response();
    }
}

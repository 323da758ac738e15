package org.netzero.emissions.credit;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.Violation;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;

@Path("/api/emissions/credits")
@RunOnVirtualThread
class CreditResource {

    private static final int MAX_CREDITS = 1_000;
    private static final int FIRST_VINTAGE = 1990;

    private static final List<String> COLUMNS =
            List.of(
                    "creditId",
                    "standard",
                    "project",
                    "vintage",
                    "kind",
                    "quantity",
                    "unit",
                    "retiredOn",
                    "evidence");

    private final Credits credits;
    private final SecurityIdentity identity;
    private final Clock clock;

    CreditResource(Credits credits, SecurityIdentity identity, Clock clock) {
        this.credits = credits;
        this.identity = identity;
        this.clock = clock;
    }

    /// A credit as it is sent.
    ///
    /// @param vintage year
    /// @param kind `REDUCTION` or `REMOVAL`
    /// @param retiredOn the day; absent while it is not retired
    record CreditRequest(
            @Nullable String creditId,
            @Nullable String standard,
            @Nullable String project,
            @Nullable String vintage,
            @Nullable String kind,
            @Nullable QuantityText quantity,
            @Nullable String retiredOn,
            @Nullable String evidence) {

        record QuantityText(@Nullable String value, @Nullable String unit) {}

        Fields fields() {
            return Fields.of(this);
        }
    }

    /// A credit as the API shows it.
    record CreditView(
            String creditId,
            String standard,
            @Nullable String project,
            int vintage,
            Credit.Kind kind,
            QuantityView quantity,
            @Nullable LocalDate retiredOn,
            @Nullable String evidence) {

        record QuantityView(BigDecimal value, String unit) {}

        static CreditView of(Credit credit) {
            return new CreditView(
                    credit.creditId(),
                    credit.standard(),
                    credit.project().orElse(null),
                    credit.vintage(),
                    credit.kind(),
                    new QuantityView(credit.quantity().value(), credit.quantity().unit().symbol()),
                    credit.retiredOn().orElse(null),
                    credit.evidence().orElse(null));
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    creditId,
                    standard,
                    project,
                    vintage,
                    kind,
                    quantity.value(),
                    quantity.unit(),
                    retiredOn,
                    evidence);
        }
    }

    /// What became of the request.
    ///
    /// @param registered new ones, and those whose retirement was added
    record Registered(int registered, int known) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<CreditView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        credits.list().stream().map(CreditView::of).toList(),
                        CreditView::creditId,
                        COLUMNS,
                        CreditView::row)
                .page(page);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public Registered post(List<CreditRequest> requests) {
        if (requests.size() > MAX_CREDITS) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY",
                    "%d credits in one request; send at most %d"
                            .formatted(requests.size(), MAX_CREDITS));
        }
        List<Credit> read = read(requests);
        int registered = credits.register(read, Caller.of(identity).subject());
        return new Registered(registered, read.size() - registered);
    }

    @ServerExceptionMapper
    Response conflict(CreditConflict conflict) {
        return Problem.of(CommonProblem.ID_CONFLICT, String.valueOf(conflict.getMessage()))
                .response();
    }

    private List<Credit> read(List<CreditRequest> requests) {
        var read = new ArrayList<Credit>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            String place = "[%d]".formatted(i);
            try {
                read.add(read(requests.get(i).fields()));
            } catch (InvalidInput invalid) {
                invalid.violations().stream()
                        .map(violation -> violation.within(place))
                        .forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return read;
    }

    private Credit read(Fields fields) {
        LocalDate today = LocalDate.now(clock);
        Optional<String> id = fields.id("creditId");
        Optional<String> standard = fields.text("standard");
        Optional<String> project = fields.optionalText("project");
        Optional<BigDecimal> vintage = fields.decimal("vintage");
        Optional<Credit.Kind> kind = fields.oneOf("kind", Credit.Kind.class);
        Optional<Quantity> quantity = fields.quantity("quantity.value", "quantity.unit");
        Optional<LocalDate> retiredOn = fields.optionalDate("retiredOn");
        Optional<String> evidence = fields.optionalText("evidence");
        if (vintage.isPresent() && !isYear(vintage.get(), today)) {
            fields.refuse(
                    "vintage",
                    "NOT_A_VINTAGE",
                    "'%s' is no year from %d to %d"
                            .formatted(vintage.get(), FIRST_VINTAGE, today.getYear()));
        }
        if (quantity.isPresent() && !isCo2e(quantity.get())) {
            fields.refuse(
                    "quantity",
                    "INCOMPATIBLE_UNIT",
                    "%s is no mass of CO2e above 0; write for example tCO2e"
                            .formatted(quantity.get()));
        }
        if (retiredOn.isPresent() && retiredOn.get().isAfter(today)) {
            fields.refuse(
                    "retiredOn",
                    "IN_THE_FUTURE",
                    "'%s' is after today; leave it out until the credit is retired"
                            .formatted(retiredOn.get()));
        }
        fields.refuseIfInvalid();
        return new Credit(
                id.orElseThrow(),
                standard.orElseThrow(),
                project,
                vintage.orElseThrow().intValueExact(),
                kind.orElseThrow(),
                quantity.orElseThrow(),
                retiredOn,
                evidence);
    }

    private static boolean isYear(BigDecimal vintage, LocalDate today) {
        return vintage.stripTrailingZeros().scale() <= 0
                && vintage.compareTo(BigDecimal.valueOf(FIRST_VINTAGE)) >= 0
                && vintage.compareTo(BigDecimal.valueOf(today.getYear())) <= 0;
    }

    private static boolean isCo2e(Quantity quantity) {
        return quantity.unit().dimension() == Dimension.CO2E_MASS && quantity.value().signum() > 0;
    }
}

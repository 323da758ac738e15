package org.netzero.emissions.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.Problem;
import org.netzero.quantities.GwpSet;

@Path("/api/organization")
@RunOnVirtualThread
class OrganizationResource {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final Organizations organizations;

    OrganizationResource(Organizations organizations) {
        this.organizations = organizations;
    }

    /// The organisation as it is written.
    record OrganizationRequest(
            @Nullable String name,
            @Nullable String consolidationApproach,
            @Nullable String baseYear,
            @Nullable String currency,
            @Nullable String gwpSet,
            @Nullable String varianceThreshold) {

        Organization read() {
            var fields = Fields.of(this);
            Optional<String> itsName = fields.text("name");
            Optional<ConsolidationApproach> approach =
                    fields.oneOf("consolidationApproach", ConsolidationApproach.class);
            Optional<Integer> year = fields.decimal("baseYear").flatMap(y -> year(fields, y));
            Optional<String> money = fields.text("currency").flatMap(c -> currency(fields, c));
            GwpSet set = fields.optionalOneOf("gwpSet", GwpSet.class).orElse(GwpSet.DEFAULT);
            BigDecimal threshold =
                    fields.optionalDecimal("varianceThreshold")
                            .flatMap(share -> positive(fields, share))
                            .orElse(Organization.DEFAULT_VARIANCE_THRESHOLD);
            fields.refuseIfInvalid();
            return new Organization(
                    itsName.orElseThrow(),
                    approach.orElseThrow(),
                    year.orElseThrow(),
                    money.orElseThrow(),
                    set,
                    threshold);
        }

        private static Optional<BigDecimal> positive(Fields fields, BigDecimal share) {
            return share.signum() > 0
                    ? Optional.of(share)
                    : fields.refuse(
                            "varianceThreshold",
                            "NOT_POSITIVE",
                            "'%s' is no relative change above 0, such as 0.5 for one of a half"
                                    .formatted(share.toPlainString()));
        }

        private static Optional<Integer> year(Fields fields, BigDecimal year) {
            if (year.stripTrailingZeros().scale() > 0
                    || year.compareTo(BigDecimal.valueOf(FIRST_YEAR)) < 0
                    || year.compareTo(BigDecimal.valueOf(LAST_YEAR)) > 0) {
                return fields.refuse(
                        "baseYear",
                        "NOT_A_YEAR",
                        "'%s' is no year from %d to %d"
                                .formatted(year.toPlainString(), FIRST_YEAR, LAST_YEAR));
            }
            return Optional.of(year.intValueExact());
        }

        private static Optional<String> currency(Fields fields, String code) {
            return code.matches("[A-Z]{3}")
                    ? Optional.of(code)
                    : fields.refuse(
                            "currency",
                            "NOT_A_CURRENCY",
                            "'%s' is no ISO 4217 code such as CNY".formatted(code));
        }
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Response get() {
        return organizations
                .current()
                .map(organization -> Response.ok(organization).build())
                .orElseGet(() ->
                        Problem.of(
                                        EmissionsProblem.NO_ORGANIZATION,
                                        "PUT /api/organization sets it up")
                                .response());
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public Organization put(OrganizationRequest request) {
        Organization organization = request.read();
        organizations.put(organization);
        return organization;
    }
}

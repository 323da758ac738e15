package org.netzero.emissions.screening;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.boundary.Ownership;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/organization/screening")
@RunOnVirtualThread
class ScreeningResource {

    private static final List<String> COLUMNS =
            List.of(
                    "entity",
                    "subject",
                    "status",
                    "reason",
                    "estimatedShare",
                    "declaredAt",
                    "declaredBy");

    private final Screenings screenings;
    private final SecurityIdentity identity;

    ScreeningResource(Screenings screenings, SecurityIdentity identity) {
        this.screenings = screenings;
        this.identity = identity;
    }

    /// A declaration as it is written.
    ///
    /// @param entity left out for the company as a whole
    record DeclarationRequest(
            @Nullable String entity,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String estimatedShare) {

        Declaration read(String subject) {
            var fields = Fields.of(this);
            Optional<ScreeningSubject> about = ScreeningSubject.parse(subject);
            if (about.isEmpty()) {
                fields.refuse(
                        "subject",
                        "UNKNOWN_VALUE",
                        "'%s' is not one of %s".formatted(subject, ScreeningSubject.keys()));
            }
            Optional<String> whose = fields.optionalId("entity");
            Optional<ScreeningStatus> declared = fields.oneOf("status", ScreeningStatus.class);
            Optional<String> why = fields.optionalText("reason");
            if (why.isEmpty()
                    && declared.filter(s -> s != ScreeningStatus.CALCULATED).isPresent()) {
                fields.refuse(
                        "reason",
                        "REQUIRED",
                        "is required for %s; only CALCULATED needs none"
                                .formatted(declared.orElseThrow()));
            }
            Optional<BigDecimal> share =
                    fields.optionalDecimal("estimatedShare")
                            .flatMap(stated -> share(fields, stated));
            fields.refuseIfInvalid();
            return new Declaration(
                    whose.orElse(Ownership.COMPANY),
                    about.orElseThrow(),
                    declared.orElseThrow(),
                    why,
                    share);
        }

        private static Optional<BigDecimal> share(Fields fields, BigDecimal share) {
            return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0
                    ? Optional.of(share)
                    : fields.refuse(
                            "estimatedShare",
                            "OUT_OF_RANGE",
                            "'%s' is no share; write 0.01 for 1 %%"
                                    .formatted(share.toPlainString()));
        }
    }

    /// A declaration as the API shows it.
    ///
    /// @param entity null: the company as a whole
    /// @param declaredAt null where nobody declared anything
    record DeclarationView(
            @Nullable String entity,
            String subject,
            ScreeningStatus status,
            @Nullable String reason,
            @Nullable BigDecimal estimatedShare,
            @Nullable Instant declaredAt,
            @Nullable String declaredBy) {

        static DeclarationView of(ScreeningEntity entity) {
            return new DeclarationView(
                    entity.entity.isEmpty() ? null : entity.entity,
                    entity.subject,
                    entity.status,
                    entity.reason,
                    entity.estimatedShare,
                    entity.declaredAt,
                    entity.declaredBy);
        }

        static DeclarationView nothing(ScreeningSubject subject) {
            return new DeclarationView(
                    null, subject.key(), ScreeningStatus.NOT_YET, null, null, null, null);
        }

        String id() {
            return entity == null ? subject : entity + "/" + subject;
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    entity, subject, status, reason, estimatedShare, declaredAt, declaredBy);
        }
    }

    /// What stands, and what nobody declared for the company as a whole.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<DeclarationView> list(@BeanParam PageQuery page) {
        List<ScreeningEntity> declared = screenings.newest();
        var views = new ArrayList<>(declared.stream().map(DeclarationView::of).toList());
        ScreeningSubject.REQUIRED.stream()
                .filter(subject ->
                        declared.stream()
                                .noneMatch(entity ->
                                        entity.entity.isEmpty()
                                                && entity.subject.equals(subject.key())))
                .map(DeclarationView::nothing)
                .forEach(views::add);
        return Listing.of(views, DeclarationView::id, COLUMNS, DeclarationView::row).page(page);
    }

    @PUT
    @Path("{subject}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public DeclarationView put(@PathParam("subject") String subject, DeclarationRequest request) {
        return DeclarationView.of(
                screenings.declare(request.read(subject), Caller.of(identity).subject()));
    }
}

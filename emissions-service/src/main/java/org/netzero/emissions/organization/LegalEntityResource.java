package org.netzero.emissions.organization;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/organization/entities")
@RunOnVirtualThread
class LegalEntityResource {

    private static final List<String> COLUMNS =
            List.of(
                    "entityId",
                    "name",
                    "parent",
                    "equityShare",
                    "financialControl",
                    "operationalControl",
                    "from",
                    "to");

    private final LegalEntities entities;

    LegalEntityResource(LegalEntities entities) {
        this.entities = entities;
    }

    /// An entity as it is written.
    ///
    /// @param from the first day it belongs to the company
    /// @param to the first day it does not any more
    record LegalEntityRequest(
            @Nullable String name,
            @Nullable String parent,
            @Nullable String equityShare,
            @Nullable Boolean financialControl,
            @Nullable Boolean operationalControl,
            @Nullable String from,
            @Nullable String to) {

        LegalEntity read(String entityId) {
            var fields = Fields.of(this, Map.of("entityId", entityId));
            Optional<String> id = fields.id("entityId");
            Optional<String> itsName = fields.text("name");
            Optional<String> itsParent = fields.optionalId("parent");
            Optional<BigDecimal> share =
                    fields.decimal("equityShare").flatMap(stated -> share(fields, stated));
            Optional<Boolean> financial =
                    fields.text("financialControl").map(Boolean::parseBoolean);
            Optional<Boolean> operational =
                    fields.text("operationalControl").map(Boolean::parseBoolean);
            Optional<LocalDate> first = fields.optionalDate("from");
            Optional<LocalDate> end = fields.optionalDate("to");
            if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
                fields.refuse(
                        "to",
                        "END_NOT_AFTER_START",
                        "'%s' is not after the start '%s'".formatted(end.get(), first.get()));
            }
            fields.refuseIfInvalid();
            return new LegalEntity(
                    id.orElseThrow(),
                    itsName.orElseThrow(),
                    itsParent,
                    share.orElseThrow(),
                    financial.orElseThrow(),
                    operational.orElseThrow(),
                    first,
                    end);
        }

        private static Optional<BigDecimal> share(Fields fields, BigDecimal share) {
            return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0
                    ? Optional.of(share)
                    : fields.refuse(
                            "equityShare",
                            "OUT_OF_RANGE",
                            "'%s' is no share; write 0.6 for 60 %%"
                                    .formatted(share.toPlainString()));
        }
    }

    /// An entity as the API shows it.
    record LegalEntityView(
            String entityId,
            String name,
            @Nullable String parent,
            BigDecimal equityShare,
            boolean financialControl,
            boolean operationalControl,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static LegalEntityView of(LegalEntity entity) {
            return new LegalEntityView(
                    entity.entityId(),
                    entity.name(),
                    entity.parent().orElse(null),
                    entity.equityShare(),
                    entity.financialControl(),
                    entity.operationalControl(),
                    entity.from().orElse(null),
                    entity.to().orElse(null));
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    entityId,
                    name,
                    parent,
                    equityShare,
                    financialControl,
                    operationalControl,
                    from,
                    to);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<LegalEntityView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        entities.all().stream().map(LegalEntityView::of).toList(),
                        LegalEntityView::entityId,
                        COLUMNS,
                        LegalEntityView::row)
                .page(page);
    }

    @GET
    @Path("{entityId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public LegalEntityView get(@PathParam("entityId") String entityId) {
        return entities.find(entityId)
                .map(LegalEntityView::of)
                .orElseThrow(() -> new UnknownEntity(entityId));
    }

    @PUT
    @Path("{entityId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public LegalEntityView put(@PathParam("entityId") String entityId, LegalEntityRequest request) {
        LegalEntity entity = request.read(entityId);
        entities.put(entity);
        return LegalEntityView.of(entity);
    }

    @ServerExceptionMapper
    Response unknown(UnknownEntity unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_ENTITY, String.valueOf(unknown.getMessage()))
                .response();
    }
}

package org.netzero.emissions.boundary;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

@Path("/api/organization/allocations")
@RunOnVirtualThread
class AllocationResource {

    private static final int MOST_SHARES = 100;

    private static final List<String> COLUMNS = List.of("siteId", "from", "to", "entity", "share");

    private final Allocations allocations;
    private final SecurityIdentity identity;

    AllocationResource(Allocations allocations, SecurityIdentity identity) {
        this.allocations = allocations;
        this.identity = identity;
    }

    /// A share as it is written.
    record ShareRequest(@Nullable String entity, @Nullable String share) {

        private static final ShareRequest NOTHING = new ShareRequest(null, null);

        Allocation.Part read() {
            var fields = Fields.of(this);
            Optional<String> whose = fields.id("entity");
            Optional<BigDecimal> part = fields.decimal("share");
            if (part.filter(p -> p.signum() <= 0 || p.compareTo(BigDecimal.ONE) > 0).isPresent()) {
                fields.refuse(
                        "share",
                        "OUT_OF_RANGE",
                        "'%s' is no share; write 0.25 for 25 %%".formatted(share));
            }
            fields.refuseIfInvalid();
            return new Allocation.Part(whose.orElseThrow(), part.orElseThrow());
        }
    }

    /// A key as it is written.
    ///
    /// @param shares of entities, that sum to exactly 1
    record AllocationRequest(
            @Nullable List<@Nullable ShareRequest> shares,
            @Nullable String from,
            @Nullable String to) {

        Allocation read(String siteId) {
            var fields = Fields.of(this, Map.of("siteId", siteId));
            Optional<String> site = fields.id("siteId");
            Optional<LocalDate> first = fields.optionalDate("from");
            Optional<LocalDate> end = fields.optionalDate("to");
            if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
                fields.refuse(
                        "to",
                        "END_NOT_AFTER_START",
                        "'%s' is not after the start '%s'".formatted(end.get(), first.get()));
            }
            fields.refuseIfInvalid();
            return new Allocation(site.orElseThrow(), parts(), first, end);
        }

        private List<Allocation.Part> parts() {
            List<@Nullable ShareRequest> asked = shares == null ? List.of() : shares;
            if (asked.isEmpty() || asked.size() > MOST_SHARES) {
                throw new InvalidInput(
                        "shares",
                        "REQUIRED",
                        "1 to %d shares are needed, here are %d"
                                .formatted(MOST_SHARES, asked.size()));
            }
            var parts = new ArrayList<Allocation.Part>();
            var violations = new ArrayList<Violation>();
            for (int i = 0; i < asked.size(); i++) {
                try {
                    @Nullable ShareRequest share = asked.get(i);
                    parts.add((share == null ? ShareRequest.NOTHING : share).read());
                } catch (InvalidInput invalid) {
                    String place = "shares[%d]".formatted(i);
                    invalid.violations().forEach(wrong -> violations.add(wrong.within(place)));
                }
            }
            if (!violations.isEmpty()) {
                throw new InvalidInput(violations);
            }
            BigDecimal sum = Allocation.sum(parts);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new InvalidInput(
                        "shares",
                        "NOT_THE_WHOLE",
                        "the shares sum to %s; they have to sum to exactly 1"
                                .formatted(sum.toPlainString()));
            }
            if (parts.stream().map(Allocation.Part::entityId).distinct().count() < parts.size()) {
                throw new InvalidInput(
                        "shares", "REPEATED_ENTITY", "an entity stands twice; give it one share");
            }
            return parts;
        }
    }

    /// A share of a key as the API shows it.
    record ShareView(
            String siteId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String entity,
            BigDecimal share) {

        static List<ShareView> of(Allocation key) {
            return key.parts().stream()
                    .map(part ->
                            new ShareView(
                                    key.siteId(),
                                    key.from().orElse(null),
                                    key.to().orElse(null),
                                    part.entityId(),
                                    part.share()))
                    .toList();
        }

        String id() {
            return siteId + "/" + (from == null ? "" : from) + "/" + entity;
        }

        private List<@Nullable Object> row() {
            return Table.row(siteId, from, to, entity, share);
        }
    }

    /// The keys that stand, a share an item.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<ShareView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        allocations.all().stream()
                                .flatMap(key -> ShareView.of(key).stream())
                                .toList(),
                        ShareView::id,
                        COLUMNS,
                        ShareView::row)
                .page(page);
    }

    @PUT
    @Path("{siteId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public List<ShareView> put(@PathParam("siteId") String siteId, AllocationRequest request) {
        Allocation key = request.read(siteId);
        allocations.put(key, Caller.of(identity).subject());
        return ShareView.of(key);
    }
}

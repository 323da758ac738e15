package org.netzero.emissions.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.library.FactorSetStore.Status;
import org.netzero.emissions.library.FactorSetStore.StoredSet;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/factor-sets")
@RunOnVirtualThread
class FactorSetResource {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "status",
                    "title",
                    "publisher",
                    "licence",
                    "factors",
                    "rows",
                    "refusedRows",
                    "created",
                    "createdBy",
                    "adopted",
                    "adoptedBy");

    private final OwnFactors own;
    private final Factors factors;
    private final SecurityIdentity identity;

    FactorSetResource(OwnFactors own, Factors factors, SecurityIdentity identity) {
        this.own = own;
        this.factors = factors;
        this.identity = identity;
    }

    /// A set and what became of the rows it was read from.
    ///
    /// @param rows how many there were; absent for a set that was not read from files of ours
    /// @param fates how many rows had which fate
    /// @param refused the first refused rows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactorSetView(
            String id,
            Status status,
            String title,
            String publisher,
            String licence,
            int factors,
            Instant created,
            @Nullable String createdBy,
            @Nullable Instant adopted,
            @Nullable String adoptedBy,
            @Nullable Integer rows,
            @Nullable Map<RowFate, Integer> fates,
            @Nullable List<LoadReport.Refusal> refused) {

        static FactorSetView of(StoredSet set) {
            boolean read = set.status() == Status.SHIPPED;
            return new FactorSetView(
                    set.version(),
                    set.status(),
                    set.title(),
                    set.publisher(),
                    set.licence(),
                    set.factors(),
                    set.created(),
                    set.createdBy().orElse(null),
                    set.adopted().orElse(null),
                    set.adoptedBy().orElse(null),
                    read ? set.report().rows() : null,
                    read ? set.report().fates() : null,
                    read ? set.report().refused() : null);
        }

        List<@Nullable Object> row(int refusals) {
            return Table.row(
                    id, status, title, publisher, licence, factors, rows, refusals, created,
                    createdBy, adopted, adoptedBy);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<FactorSetView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        own.sets().stream().map(FactorSetView::of).toList(),
                        FactorSetView::id,
                        COLUMNS,
                        set -> set.row(set.refused() == null ? 0 : refusals(set.fates())))
                .page(page);
    }

    private static int refusals(@Nullable Map<RowFate, Integer> fates) {
        return fates == null
                ? 0
                : fates.entrySet().stream()
                        .filter(entry -> entry.getKey().isRefusal())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public FactorSetView get(@PathParam("id") String id) {
        return view(id);
    }

    /// Lets a draft count from today on.
    @POST
    @Path("{id}/adopt")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FactorSetView adopt(@PathParam("id") String id) {
        own.adopt(id, Caller.of(identity).subject());
        factors.refresh();
        return view(id);
    }

    /// Throws a draft away.
    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public void discard(@PathParam("id") String id) {
        own.discard(id);
    }

    private FactorSetView view(String id) {
        return own.sets().stream()
                .filter(set -> set.version().equals(id))
                .findFirst()
                .map(FactorSetView::of)
                .orElseThrow(() -> new UnknownFactorSet(id));
    }
}

package org.netzero.datacenter.heat;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.heat.FreeCoolings.Cooled;
import org.netzero.datacenter.register.NotRegistered;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

@Path("/api/datacenters/{datacenterId}/free-cooling")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FreeCoolingResource {

    private static final List<String> COLUMNS =
            List.of(
                    "start",
                    "end",
                    "freeCoolingHours",
                    "loadedHours",
                    "share",
                    "knownHours",
                    "expectedHours",
                    "completeness");

    private final Facilities facilities;
    private final FreeCoolings coolings;

    FreeCoolingResource(Facilities facilities, FreeCoolings coolings) {
        this.facilities = facilities;
        this.coolings = coolings;
    }

    /// A registered rule, and which revision of it.
    record RuleView(int revision, FreeCoolingRequest rule) {
        static RuleView of(Registered<FreeCoolingRequest> registered) {
            return new RuleView(registered.revision(), registered.content());
        }
    }

    /// Free cooling of one stretch of time; null where nothing is known.
    ///
    /// @param loadedHours known hours with IT on
    /// @param share of these
    /// @param knownHours of which both the condition and the energy of IT are known
    record FreeCoolingView(
            Instant start,
            Instant end,
            @Nullable Long freeCoolingHours,
            long loadedHours,
            @Nullable BigDecimal share,
            long knownHours,
            long expectedHours,
            @Nullable BigDecimal completeness) {

        static FreeCoolingView of(Cooled cooled) {
            return new FreeCoolingView(
                    cooled.stretch().start(),
                    cooled.stretch().end(),
                    cooled.cooling().hours().orElse(null),
                    cooled.cooling().loadedHours(),
                    cooled.cooling().share().orElse(null),
                    cooled.cooling().knownHours(),
                    cooled.cooling().expectedHours(),
                    cooled.cooling().completeness().orElse(null));
        }

        List<@Nullable Object> row() {
            return Table.row(
                    start,
                    end,
                    freeCoolingHours,
                    loadedHours,
                    share,
                    knownHours,
                    expectedHours,
                    completeness);
        }
    }

    /// @param total of the whole period
    /// @param intervals of its days or months, if asked for
    record FreeCoolingAnswer(
            String datacenterId,
            String period,
            RuleView registered,
            FreeCoolingView total,
            List<FreeCoolingView> intervals)
            implements Tabular {
        @Override
        public Table table() {
            return Table.of(
                    COLUMNS,
                    intervals.isEmpty() ? List.of(total) : intervals,
                    FreeCoolingView::row);
        }
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public RuleView putFreeCooling(@RestPath String datacenterId, FreeCoolingRequest request) {
        facilities.get(datacenterId);
        return RuleView.of(coolings.put(datacenterId, request));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public FreeCoolingAnswer freeCooling(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery Optional<String> granularity) {
        Facility facility = facilities.get(datacenterId);
        Registered<FreeCoolingRequest> registered =
                coolings.find(datacenterId)
                        .orElseThrow(() ->
                                new NotRegistered(
                                        datacenterId,
                                        "no rule of free cooling",
                                        "PUT /api/datacenters/%s/free-cooling"
                                                .formatted(datacenterId)));
        List<FreeCoolingView> views =
                coolings
                        .of(
                                facility,
                                coolings.read(datacenterId, registered.content()),
                                asked.required(),
                                Stretches.granularity(granularity))
                        .stream()
                        .map(FreeCoolingView::of)
                        .toList();
        return new FreeCoolingAnswer(
                datacenterId,
                asked.required().toString(),
                RuleView.of(registered),
                views.getFirst(),
                views.subList(1, views.size()));
    }
}

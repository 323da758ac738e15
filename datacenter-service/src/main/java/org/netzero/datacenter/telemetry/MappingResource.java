package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

/// The rules by which series find their points.
@Path("/api/telemetry")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class MappingResource {

    private final MappingRules rules;
    private final Facilities facilities;
    private final DryRun dryRun;

    MappingResource(MappingRules rules, Facilities facilities, DryRun dryRun) {
        this.rules = rules;
        this.facilities = facilities;
        this.dryRun = dryRun;
    }

    /// A rule as clients see it.
    record MappingView(
            String id,
            int order,
            @Nullable String client,
            @Nullable String datacenterId,
            @Nullable String measurement,
            @Nullable String field,
            Map<String, String> tags,
            String point,
            @Nullable String unit,
            boolean live) {

        static final List<String> COLUMNS =
                List.of(
                        "id",
                        "order",
                        "client",
                        "datacenterId",
                        "measurement",
                        "field",
                        "tags",
                        "point",
                        "unit",
                        "live");

        static MappingView of(MappingRule rule) {
            return new MappingView(
                    rule.ruleId(),
                    rule.order(),
                    rule.client().orElse(null),
                    rule.datacenterId().orElse(null),
                    rule.measurement().orElse(null),
                    rule.field().orElse(null),
                    rule.tags(),
                    rule.point().text(),
                    rule.unit().orElse(null),
                    rule.live());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    id, order, client, datacenterId, measurement, field, tags, point, unit, live);
        }
    }

    /// In the order in which rules are asked.
    @GET
    @Path("mappings")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<MappingView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        rules.all().stream().map(MappingView::of).toList(),
                        MappingView::id,
                        MappingView.COLUMNS,
                        MappingView::row)
                .page(page);
    }

    @GET
    @Path("mappings/{id}")
    public MappingView get(@RestPath String id) {
        return MappingView.of(rules.get(id));
    }

    @PUT
    @Path("mappings/{id}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public MappingView put(@RestPath String id, MappingRequest request) {
        MappingRule rule = request.toRule(id, facility -> facilities.find(facility).isPresent());
        rules.put(rule);
        return MappingView.of(rule);
    }

    @DELETE
    @Path("mappings/{id}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public void delete(@RestPath String id) {
        rules.delete(id);
    }

    /// Shows which points sample lines or labels would find and what would be taken of them;
    /// nothing is stored.
    @POST
    @Path("resolutions")
    public DryRun.Outcome resolve(DryRun.Sample sample) {
        return dryRun.of(sample);
    }
}

package org.netzero.energy.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.Quantity;

@Path("/api/energy/resources")
@Tag(name = "Resources")
@RunOnVirtualThread
class ResourceUseResource {

    private final ResourceRecords records;

    ResourceUseResource(ResourceRecords records) {
        this.records = records;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getResources",
            summary = "Water drawn and waste handed over, per site and recorded period")
    @APIResponse(responseCode = "200", description = "The totals within the period")
    @APIResponse(responseCode = "400", description = "The period is none")
    public UseView use(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "One site only") @QueryParam("siteId")
                    @Nullable String siteId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        var fields = new Fields(values);
        Optional<String> site = fields.optionalId("siteId");
        fields.refuseIfInvalid();
        Period of = asked.required();
        return new UseView(
                of.toString(),
                records.within(new Span(of.start(), of.end()), site).stream()
                        .map(TotalView::of)
                        .toList());
    }

    record UseView(String period, List<TotalView> resources) implements Tabular {
        @Override
        public Table table() {
            return Table.of(
                    List.of("siteId", "resource", "period", "quantity", "unit", "provenance"),
                    resources,
                    TotalView::row);
        }
    }

    record TotalView(
            String siteId,
            Resource resource,
            String period,
            Quantity quantity,
            List<Provenance> provenance) {
        static TotalView of(ResourceTotal total) {
            return new TotalView(
                    total.siteId(),
                    total.resource(),
                    total.period().toString(),
                    total.quantity(),
                    total.provenance());
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    siteId,
                    resource,
                    period,
                    quantity.value(),
                    quantity.unit().symbol(),
                    provenance.stream().map(Provenance::name).collect(Collectors.joining(" ")));
        }
    }
}

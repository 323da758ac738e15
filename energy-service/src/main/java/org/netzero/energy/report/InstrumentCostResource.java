package org.netzero.energy.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/energy/instruments/cost")
@Tag(name = "Instruments")
@RunOnVirtualThread
class InstrumentCostResource {

    private final InstrumentCosts costs;

    InstrumentCostResource(InstrumentCosts costs) {
        this.costs = costs;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getInstrumentCost",
            summary =
                    "What certificates and contracts cost, by year, market, kind and technology, and what is missing would")
    @APIResponse(responseCode = "200", description = "Sums, of one currency each")
    @APIResponse(responseCode = "400", description = "The period is none")
    public InstrumentCostView cost(@BeanParam AskedPeriod asked) {
        Period period = asked.required();
        if (period.end().isAfter(period.start().plusYears(GreenPowerQuery.MOST_YEARS))) {
            throw new InvalidInput(
                    "period",
                    "TOO_LONG",
                    "'%s' is more than the %d years that are told of at once"
                            .formatted(period, GreenPowerQuery.MOST_YEARS));
        }
        return InstrumentCostView.of(period, costs.of(period));
    }
}

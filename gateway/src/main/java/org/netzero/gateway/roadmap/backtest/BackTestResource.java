package org.netzero.gateway.roadmap.backtest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/backtest")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class BackTestResource {

    private static final int MOST_CASES = 20_000;

    private final BackTest onShippedSeries = ReportedSeries.shippedBackTest();
    private final BackTestView ofShippedSeries = BackTestView.of(onShippedSeries, onShippedSeries);

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "How the engine and simple methods did on published series")
    public BackTestView shipped() {
        return ofShippedSeries;
    }

    @POST
    @Consumes(Table.CSV)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "The same on series of your own; nothing is stored",
            description =
                    "CSV with the columns company, year, metric, value and, where known,"
                            + " year_basis, unit, vintage; others are ignored. At most 5000 rows and"
                            + " 20000 cases. Metrics: total_s123, total_s123_mb, total_s123_lb, scope1,"
                            + " scope2, scope2_mb, scope2_lb, scope3, scope3_total, energy_total,"
                            + " electricity_total, electricity_purchased; rows of others are not"
                            + " projected.")
    public BackTestView own(String file) {
        BackTest own = BackTest.of(ReportedSeries.read(new StringReader(file)));
        if (own.cases().size() > MOST_CASES) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY_CASES",
                    "the rows make %d cases; send series that make at most %d, company by company"
                            .formatted(own.cases().size(), MOST_CASES));
        }
        return BackTestView.of(own, onShippedSeries);
    }
}

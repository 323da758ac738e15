package org.netzero.energy.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.HourlyQuestions;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;

@Path("/api/energy/plants/{plantId}/performance")
@Tag(name = "Plants")
@RunOnVirtualThread
class PerformanceResource {

    private final Performances performances;
    private final HourlyQuestions questions;

    PerformanceResource(Performances performances, HourlyQuestions questions) {
        this.performances = performances;
        this.questions = questions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getPlantPerformance",
            summary =
                    "What a plant generated, against its capacity, what was expected and the fuel it took")
    @APIResponse(responseCode = "200", description = "The period, and its years or months")
    @APIResponse(responseCode = "400", description = "The period or the granularity is none")
    @APIResponse(responseCode = "404", description = "No plant has this id")
    @APIResponse(responseCode = "422", description = "Too many hours of its meters")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public PerformanceView performance(
            String plantId,
            @BeanParam AskedPeriod asked,
            @Parameter(description = "year or month")
                    @QueryParam("granularity")
                    @DefaultValue("year")
                    String granularity) {
        Period period = asked.required();
        Granularity parts =
                Granularity.named(granularity, EnumSet.of(Granularity.MONTH, Granularity.YEAR));
        List<Period> split = parts.partsOf(period);
        return questions.answer(
                () -> PerformanceView.of(performances.of(plantId, period, split), period, parts));
    }
}

package org.netzero.energy.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.EnergyProblem;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/energy")
@Tag(name = "Energy")
@RunOnVirtualThread
class BalanceResource {

    private final Balances balances;

    BalanceResource(Balances balances) {
        this.balances = balances;
    }

    @GET
    @Path("/balance")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getEnergyBalance",
            summary = "Energy used in a period: totals, carriers, renewable share, findings")
    @APIResponse(responseCode = "200", description = "The balance, in MWh")
    @APIResponse(responseCode = "400", description = "The period is none")
    @APIResponse(responseCode = "404", description = "No such site or set of heating values")
    public BalanceView balance(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "One site only") @QueryParam("siteId") @Nullable String siteId,
            @Parameter(description = "The set of net calorific values to compute fuels by")
                    @QueryParam("heatingValues")
                    @DefaultValue(HeatingValues.DEFAULT_SET)
                    String heatingValues) {
        Period period = asked.required();
        Optional<String> site = site(siteId);
        return BalanceView.of(balances.of(period, site, heatingValues), site);
    }

    @GET
    @Path("/matching")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getMatching",
            summary = "The share of electricity matched by renewable supply within the same year")
    @APIResponse(responseCode = "200", description = "The score, with load and matched energy")
    @APIResponse(responseCode = "400", description = "The period or the granularity is none")
    @APIResponse(responseCode = "422", description = "No hourly series are on file")
    public MatchingView matching(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "year or hour")
                    @QueryParam("granularity")
                    @DefaultValue("year")
                    String granularity) {
        Period period = asked.required();
        return switch (granularity) {
            case "year" ->
                    MatchingView.ofYear(
                            balances.of(period, Optional.empty(), HeatingValues.DEFAULT_SET));
            case "hour" -> throw new HourlySeriesMissing(period.toString());
            default ->
                    throw new InvalidInput(
                            "granularity",
                            "UNKNOWN_VALUE",
                            "'%s' is not one of [year, hour]".formatted(granularity));
        };
    }

    @ServerExceptionMapper
    Response hourlySeriesMissing(HourlySeriesMissing missing) {
        return Problem.of(EnergyProblem.HOURLY_SERIES_NEEDED, String.valueOf(missing.getMessage()))
                .response();
    }

    private static Optional<String> site(@Nullable String siteId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        var fields = new Fields(values);
        Optional<String> site = fields.optionalId("siteId");
        fields.refuseIfInvalid();
        return site;
    }
}

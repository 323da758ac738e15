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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.EnergyProblem;
import org.netzero.energy.heatingvalue.CoalEquivalentCoefficients;
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

    /// Each of them takes a balance of its own.
    private static final int MOST_MONTHS = 120;

    private final Balances balances;
    private final CoalEquivalentCoefficients coalEquivalents;
    private final HourlyMatchings hourly;
    private final HourlyEmissions emissions;
    private final HourlyMarketBased marketBased;
    private final HourlyQuestions questions;

    BalanceResource(
            Balances balances,
            CoalEquivalentCoefficients coalEquivalents,
            HourlyMatchings hourly,
            HourlyEmissions emissions,
            HourlyMarketBased marketBased,
            HourlyQuestions questions) {
        this.balances = balances;
        this.coalEquivalents = coalEquivalents;
        this.hourly = hourly;
        this.emissions = emissions;
        this.marketBased = marketBased;
        this.questions = questions;
    }

    @GET
    @Path("/balance")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getEnergyBalance",
            summary = "Energy used in a period: totals, carriers, renewable share, findings")
    @APIResponse(
            responseCode = "200",
            description = "The balance, in MWh and in tonnes of coal equivalent")
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
        return BalanceView.of(
                balances.of(period, site, heatingValues),
                site,
                balances.rankings(site),
                coalEquivalents.coefficients());
    }

    @GET
    @Path("/matching")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getMatching",
            summary =
                    "The share of electricity matched by renewable supply within the same year, month or hour; of hours, each of them as a file")
    @APIResponse(responseCode = "200", description = "The score, with load and matched energy")
    @APIResponse(responseCode = "400", description = "The period or the granularity is none")
    @APIResponse(responseCode = "422", description = "No hourly series are on file")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public MatchingView matching(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "year, month or hour")
                    @QueryParam("granularity")
                    @DefaultValue("year")
                    String granularity) {
        Period period = asked.required();
        return switch (granularity) {
            case "year" ->
                    MatchingView.ofYear(
                            balances.of(period, Optional.empty(), HeatingValues.DEFAULT_SET));
            case "month" ->
                    MatchingView.ofMonths(
                            period,
                            monthsOf(period).stream()
                                    .map(month ->
                                            balances.of(
                                                    month,
                                                    Optional.empty(),
                                                    HeatingValues.DEFAULT_SET))
                                    .toList());
            case "hour" -> questions.answer(() -> MatchingView.ofHours(period, hourly.of(period)));
            default ->
                    throw new InvalidInput(
                            "granularity",
                            "UNKNOWN_VALUE",
                            "'%s' is not one of [year, month, hour]".formatted(granularity));
        };
    }

    @GET
    @Path("/matching/heatmap")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getMatchingHeatmap",
            summary = "A zone's hours by day and time of the day: a row a day, a column an hour")
    @APIResponse(responseCode = "200", description = "The cells; empty where nothing is known")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "422", description = "No hourly series are on file")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public HeatmapView heatmap(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "A zone of the grid; may be left out where there is one only")
                    @QueryParam("zone")
                    @Nullable String zone,
            @Parameter(description = "score, loadKwh, matchedKwh, unmatchedKwh or surplusKwh")
                    @QueryParam("show")
                    @DefaultValue("score")
                    String show) {
        HeatmapView.Cell cell = HeatmapView.Cell.named(show);
        Period period = asked.required();
        return questions.answer(
                () -> HeatmapView.of(period, hourly.of(period), Optional.ofNullable(zone), cell));
    }

    @GET
    @Path("/location-based")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getHourlyLocationBased",
            summary =
                    "Emissions of electricity drawn, with the grid's intensity of each hour beside its average")
    @APIResponse(responseCode = "200", description = "Both, zone by zone")
    @APIResponse(responseCode = "404", description = "No such site")
    @APIResponse(responseCode = "422", description = "No hourly series are on file")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public LocationBasedView locationBased(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "One site only") @QueryParam("siteId")
                    @Nullable String siteId) {
        Period period = asked.required();
        Optional<String> site = site(siteId);
        return questions.answer(() -> emissions.of(period, site));
    }

    @GET
    @Path("/market-based")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getHourlyMarketBased",
            summary =
                    "Emissions of electricity drawn, with the instruments allocated to it hour by hour beside the annual method")
    @APIResponse(responseCode = "200", description = "Both, zone by zone")
    @APIResponse(responseCode = "404", description = "No such site")
    @APIResponse(responseCode = "422", description = "No hourly series are on file")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public MarketBasedView marketBased(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "One site only") @QueryParam("siteId")
                    @Nullable String siteId) {
        Period period = asked.required();
        Optional<String> site = site(siteId);
        return questions.answer(() -> marketBased.of(period, site));
    }

    /// The months that a period begins in, each as far as the period reaches.
    private static List<Period> monthsOf(Period period) {
        if (period.end().isAfter(period.start().plusMonths(MOST_MONTHS))) {
            throw new InvalidInput(
                    "period",
                    "TOO_LONG",
                    "'%s' is more than the %d months that are compared at once; ask for a shorter period, or for granularity=year"
                            .formatted(period, MOST_MONTHS));
        }
        var months = new ArrayList<Period>();
        LocalDate start = period.start();
        while (start.isBefore(period.end())) {
            LocalDate next = start.withDayOfMonth(1).plusMonths(1);
            LocalDate end = next.isBefore(period.end()) ? next : period.end();
            months.add(new Period(start, end));
            start = end;
        }
        return months;
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

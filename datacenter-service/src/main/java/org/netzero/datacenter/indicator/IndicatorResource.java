package org.netzero.datacenter.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.heat.HeatRecoverySystems;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class IndicatorResource {

    private final Facilities facilities;
    private final FacilityIndicators indicators;
    private final FleetIndicators fleet;
    private final ReportingProfiles profiles;
    private final HeatRecoverySystems systems;

    IndicatorResource(
            Facilities facilities,
            FacilityIndicators indicators,
            FleetIndicators fleet,
            ReportingProfiles profiles,
            HeatRecoverySystems systems) {
        this.facilities = facilities;
        this.indicators = indicators;
        this.fleet = fleet;
        this.profiles = profiles;
        this.systems = systems;
    }

    record IndicatorsView(String datacenterId, String granularity, List<IndicatorView> intervals)
            implements Tabular {
        @Override
        public Table table() {
            return Table.of(IndicatorView.COLUMNS, intervals, IndicatorView::row);
        }
    }

    @GET
    @Path("{datacenterId}/indicators")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public IndicatorsView ofFacility(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery @DefaultValue("month") String granularity) {
        return new IndicatorsView(
                datacenterId, granularity, series(datacenterId, asked.required(), granularity));
    }

    private List<IndicatorView> series(String datacenterId, Period period, String granularity) {
        Facility facility = facilities.get(datacenterId);
        return indicators.of(facility, period, Granularity.parse(granularity)).stream()
                .map(supplied -> IndicatorView.of(supplied, facility))
                .toList();
    }

    /// How the indicators of one interval came about: the period itself, or the interval of it that
    /// starts at an instant.
    @GET
    @Path("{datacenterId}/indicators/trace")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public TraceView trace(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery @Nullable String granularity,
            @RestQuery @Nullable String start) {
        Facility facility = facilities.get(datacenterId);
        Period period = asked.required();
        Granularity steps =
                granularity == null ? Granularity.of(period) : Granularity.parse(granularity);
        Supplied one = interval(indicators.of(facility, period, steps), start);
        return TraceView.of(
                facility, one, profiles.of(datacenterId), systems.byFlow().contains(datacenterId));
    }

    private static Supplied interval(List<Supplied> intervals, @Nullable String start) {
        if (start == null) {
            if (intervals.size() == 1) {
                return intervals.getFirst();
            }
            throw new InvalidInput(
                    "start",
                    "REQUIRED",
                    intervals.isEmpty()
                            ? "the period has not begun"
                            : "the period has %d intervals; name the instant at which one starts, such as %s"
                                    .formatted(
                                            intervals.size(),
                                            intervals.getFirst().measured().start()));
        }
        Instant instant = instant(start);
        return intervals.stream()
                .filter(one -> one.measured().start().equals(instant))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "start",
                                "NO_INTERVAL",
                                "no interval of the period starts at '%s'; days, months and years begin at midnight of the site"
                                        .formatted(start)));
    }

    private static Instant instant(String start) {
        try {
            return OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeException malformed) {
            throw new InvalidInput(
                    "start",
                    "NOT_AN_INSTANT",
                    "'%s' is no instant; write it with its offset: 2026-03-01T00:00:00Z"
                            .formatted(start));
        }
    }

    @GET
    @Path("indicators")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public FleetView ofFleet(@RestQuery @Nullable String year) {
        int number = AskedYear.parse(year);
        return FleetView.of(number, fleet.of(number), fleet.statedOfFleet(number));
    }

    @ServerExceptionMapper
    Response tooManyIntervals(TooManyIntervals refused) {
        return Problem.of(
                        DatacenterProblem.TOO_MANY_INTERVALS, String.valueOf(refused.getMessage()))
                .response();
    }
}

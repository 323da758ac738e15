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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
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

    IndicatorResource(Facilities facilities, FacilityIndicators indicators, FleetIndicators fleet) {
        this.facilities = facilities;
        this.indicators = indicators;
        this.fleet = fleet;
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
                .map(measured -> IndicatorView.of(measured, facility.itCapacityKw()))
                .toList();
    }

    private static Period parse(@Nullable String year) {
        if (year == null) {
            throw new InvalidInput("year", "REQUIRED", "name a year such as 2021");
        }
        try {
            return Period.parse(year);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("year", "NOT_A_YEAR", String.valueOf(refused.getMessage()));
        }
    }

    @GET
    @Path("indicators")
    public FleetView ofFleet(@RestQuery @Nullable String year) {
        Period period = parse(year);
        if (!period.isYear()) {
            throw new InvalidInput(
                    "year", "NOT_A_YEAR", "'%s' is no year such as 2021".formatted(year));
        }
        int number = period.start().getYear();
        Fleet members = fleet.of(number);
        return new FleetView(
                number,
                new FleetView.Pue(IndicatorView.number(members.meanPue())),
                new FleetView.Pue(IndicatorView.number(members.energyWeightedPue())),
                members.included().stream().map(Fleet.Member::datacenterId).toList(),
                members.included().stream()
                        .filter(Fleet.Member::interim)
                        .map(Fleet.Member::datacenterId)
                        .toList(),
                members.leftOut(),
                new FleetView.Pue(IndicatorView.number(fleet.statedPue(number))));
    }

    @ServerExceptionMapper
    Response tooManyIntervals(TooManyIntervals refused) {
        return Problem.of(
                        DatacenterProblem.TOO_MANY_INTERVALS, String.valueOf(refused.getMessage()))
                .response();
    }
}

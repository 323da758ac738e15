package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FacilityResource {

    private final Facilities facilities;
    private final FacilityIntakes intakes;

    FacilityResource(Facilities facilities, FacilityIntakes intakes) {
        this.facilities = facilities;
        this.intakes = intakes;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FacilityView> list(@BeanParam PageQuery page) {
        return new Listing<FacilityView>(
                        (cursor, count) ->
                                facilities.after(cursor.orElse(""), count).stream()
                                        .map(FacilityView::of)
                                        .toList(),
                        FacilityView::datacenterId,
                        FacilityView.COLUMNS,
                        FacilityView::row)
                .page(page);
    }

    @GET
    @Path("{datacenterId}")
    public FacilityView get(@RestPath String datacenterId) {
        return FacilityView.of(facilities.get(datacenterId));
    }

    @PUT
    @Path("{datacenterId}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FacilityView put(@RestPath String datacenterId, FacilityRequest request) {
        Facility facility = request.toFacility(datacenterId);
        facilities.put(facility);
        return FacilityView.of(facility);
    }

    /// What is done with readings that are pushed for the facility.
    @GET
    @Path("{datacenterId}/intake")
    public FacilityIntake intake(@RestPath String datacenterId) {
        facilities.get(datacenterId);
        return intakes.of(datacenterId);
    }

    @PUT
    @Path("{datacenterId}/intake")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FacilityIntake putIntake(@RestPath String datacenterId, IntakeRequest request) {
        facilities.get(datacenterId);
        FacilityIntake intake = request.toIntake();
        intakes.put(datacenterId, intake);
        return intake;
    }
}

package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.listing.Table;

@Path("/api/imports")
@RunOnVirtualThread
class FacilityImportResource {

    private static final Columns DATACENTERS =
            Columns.of(
                    "datacenterId",
                    "siteId",
                    "name?",
                    "inOperationSince",
                    "itCapacityKw?",
                    "pueCategory?");

    private static final Columns POINTS =
            Columns.of(
                    "pointId",
                    "datacenterId",
                    "role",
                    "quantity",
                    "unit",
                    "maximum?",
                    "ratedPower?",
                    "bidirectional?",
                    "revisions?",
                    "parent?",
                    "room?");

    private final Facilities facilities;
    private final MeasuringPoints points;

    FacilityImportResource(Facilities facilities, MeasuringPoints points) {
        this.facilities = facilities;
        this.points = points;
    }

    @POST
    @Path("datacenters")
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importDatacenters(ImportFile file) {
        return new Import<>(DATACENTERS, FacilityRequest::read, facilities::addAll).run(file);
    }

    @GET
    @Path("datacenters/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns datacentersTemplate() {
        return DATACENTERS;
    }

    @POST
    @Path("points")
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importPoints(ImportFile file) {
        return new Import<>(POINTS, PointRequest::read, points::addAll).run(file);
    }

    @GET
    @Path("points/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns pointsTemplate() {
        return POINTS;
    }
}

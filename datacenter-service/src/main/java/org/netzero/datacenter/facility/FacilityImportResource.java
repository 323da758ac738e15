package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.CsvImport;
import org.netzero.platform.imports.ImportOutcome;

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
                    "bidirectional?");

    private final Facilities facilities;
    private final MeasuringPoints points;

    FacilityImportResource(Facilities facilities, MeasuringPoints points) {
        this.facilities = facilities;
        this.points = points;
    }

    @POST
    @Path("datacenters")
    @Consumes("text/csv")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importDatacenters(InputStream file) {
        return new CsvImport<>(DATACENTERS, FacilityRequest::read, facilities::addAll).run(file);
    }

    @GET
    @Path("datacenters/template")
    @Produces("text/csv")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public String datacentersTemplate() {
        return DATACENTERS.template();
    }

    @POST
    @Path("points")
    @Consumes("text/csv")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importPoints(InputStream file) {
        return new CsvImport<>(POINTS, PointRequest::read, points::addAll).run(file);
    }

    @GET
    @Path("points/template")
    @Produces("text/csv")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public String pointsTemplate() {
        return POINTS.template();
    }
}

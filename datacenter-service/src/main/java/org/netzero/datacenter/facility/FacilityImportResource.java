package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;
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
                            "datacenterId: The id of the data centre",
                            "siteId: The site it stands at, by its id",
                            "name?: What people call it",
                            "inOperationSince: First day in operation",
                            "itCapacityKw?: Power that the IT equipment can take, kW, above 0",
                            "pueCategory?: Where the energy of the IT is measured: 1 UPS output, 2 PDU output, 3 equipment input")
                    .withValues("pueCategory", List.of("1", "2", "3"));

    private static final Columns POINTS =
            Columns.of(
                            "pointId: The id of the measuring point; its parts may be apart by slashes",
                            "datacenterId: The data centre, by its id",
                            "role: What it measures for",
                            "quantity: What it measures",
                            "unit: A unit of the quantity: kWh, MWh or GJ; W, kW or MW; L or m3; L/s or m3/h; degC",
                            "maximum?: Of a counter: the value at which it starts again from 0, in its unit",
                            "ratedPower?: The largest power that can physically be, kW; only of energy",
                            "bidirectional?: Whether a counter may fall or a power be negative; false when left out",
                            "revisions?: Which of two readings of one moment counts; FIRST_KEPT when left out",
                            "parent?: The main meter of the same data centre that also counts what this one counts",
                            "room?: Where it is")
                    .withValues("role", MeasuringRole.values())
                    .withValues("quantity", MeasuredQuantity.values())
                    .withValues("bidirectional", List.of("true", "false"))
                    .withValues("revisions", RevisionPolicy.values());

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

    @GET
    @Path("datacenters/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView datacentersColumns() {
        return DATACENTERS.view();
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

    @GET
    @Path("points/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView pointsColumns() {
        return POINTS.view();
    }
}

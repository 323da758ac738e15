package org.netzero.platform.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

/// An import as a service offers it.
@Path("/api/imports/gauges")
public class GaugeResource {

    private final Imports imports;
    private final Gauges gauges;

    GaugeResource(Imports imports, Gauges gauges) {
        this.imports = imports;
        this.gauges = gauges;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed(Role.STEWARD)
    public UUID post(ImportFile file) {
        return imports.receive(gauges, file, Optional.empty(), "tester").importId();
    }
}

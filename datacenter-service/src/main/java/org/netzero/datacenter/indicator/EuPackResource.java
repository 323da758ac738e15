package org.netzero.datacenter.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

@Path("/api/datacenters/reporting/eu-2024-1364")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class EuPackResource {

    private final EuPack pack;

    EuPackResource(EuPack pack) {
        this.pack = pack;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public EuPackView of(@RestQuery @Nullable String year) {
        return pack.of(AskedYear.parse(year));
    }
}

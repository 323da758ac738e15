package org.netzero.emissions.inventory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/inventory")
@RunOnVirtualThread
class InventoryResource {

    private final Inventories inventories;

    InventoryResource(Inventories inventories) {
        this.inventories = inventories;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public InventoryView get(
            @BeanParam AskedPeriod asked,
            @QueryParam("gwp") @Nullable String gwp,
            @QueryParam("asAt") @Nullable String asAt) {
        InventoryQuery query = InventoryQuery.read(asked.required(), gwp, asAt);
        return InventoryView.of(
                inventories.calculate(
                        query.year(),
                        query.gwpSet().orElseGet(inventories::usualGwpSet),
                        query.asAt().orElseGet(inventories::today)));
    }
}

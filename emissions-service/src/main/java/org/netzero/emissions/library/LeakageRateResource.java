package org.netzero.emissions.library;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.LeakageRate;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/leakage-rates")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class LeakageRateResource {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "type",
                    "name",
                    "chargeKgFrom",
                    "chargeKgTo",
                    "lifetimeYearsFrom",
                    "lifetimeYearsTo",
                    "installationPercentFrom",
                    "installationPercentTo",
                    "operationPercentFrom",
                    "operationPercentTo",
                    "recoveryPercentFrom",
                    "recoveryPercentTo",
                    "remainingPercentFrom",
                    "remainingPercentTo",
                    "publisher",
                    "source",
                    "confidence",
                    "notes");

    private final List<LeakageRate> rates = new SourceProperties(Factors.EDITION).leakageRates();

    /// What kinds of equipment hold and lose of a refrigerant.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<LeakageRate> list(@BeanParam PageQuery page) {
        return Listing.of(rates, LeakageRate::id, COLUMNS, LeakageRateResource::row).page(page);
    }

    private static List<@Nullable Object> row(LeakageRate rate) {
        return Table.row(
                rate.id(),
                rate.type(),
                rate.name(),
                rate.chargeKg().from(),
                rate.chargeKg().to(),
                rate.lifetimeYears().from(),
                rate.lifetimeYears().to(),
                rate.installationPercent().from(),
                rate.installationPercent().to(),
                rate.operationPercent().from(),
                rate.operationPercent().to(),
                rate.recoveryPercent().from(),
                rate.recoveryPercent().to(),
                rate.remainingPercent().from(),
                rate.remainingPercent().to(),
                rate.publisher(),
                rate.source(),
                rate.confidence(),
                rate.notes());
    }
}

package org.netzero.emissions.preview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.inventory.Inventories;
import org.netzero.emissions.library.OwnFactors;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/factor-sets/{id}/preview")
@RunOnVirtualThread
class PreviewResource {

    private final OwnFactors own;
    private final Inventories inventories;
    private final ChangedYears years;

    PreviewResource(OwnFactors own, Inventories inventories, ChangedYears years) {
        this.own = own;
        this.inventories = inventories;
        this.years = years;
    }

    /// Calculates every year with records as it is and as it would be. Changes nothing.
    @POST
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public PreviewView post(@PathParam("id") String id) {
        FactorLibrary adopted = own.libraryWith(id);
        var changes = new ArrayList<YearChange>();
        for (int year : years.recorded()) {
            changes.add(change(year, adopted));
        }
        return PreviewView.of(id, List.copyOf(changes));
    }

    private YearChange change(int year, FactorLibrary adopted) {
        var moved = new ArrayList<YearChange.ResultChange>();
        Inventories.Compared compared =
                inventories.compare(
                        year,
                        adopted,
                        (before, after) -> {
                            var change = new YearChange.ResultChange(before, after);
                            if (change.moves()) {
                                moved.add(change);
                            }
                        });
        return YearChange.between(compared.now(), compared.then(), moved);
    }
}

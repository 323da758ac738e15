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
import org.netzero.emissions.result.LargeQuestions;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;

@Path("/api/emissions/factor-sets/{id}/preview")
@RunOnVirtualThread
class PreviewResource {

    private final OwnFactors own;
    private final Inventories inventories;
    private final ChangedYears years;
    private final LargeQuestions questions;

    PreviewResource(
            OwnFactors own, Inventories inventories, ChangedYears years, LargeQuestions questions) {
        this.own = own;
        this.inventories = inventories;
        this.years = years;
        this.questions = questions;
    }

    /// Calculates every year with records as it is and as it would be. Changes nothing.
    @POST
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public PreviewView post(@PathParam("id") String id) {
        FactorLibrary adopted = own.libraryWith(id);
        return questions.answer(() -> preview(id, adopted));
    }

    private PreviewView preview(String id, FactorLibrary adopted) {
        var changes = new ArrayList<YearChange>();
        var moved = new MovedResults(MovedResults.MOST);
        for (int year : years.recorded()) {
            Inventories.Compared compared =
                    inventories.compare(
                            year,
                            adopted,
                            (before, after) ->
                                    moved.offer(year, new YearChange.ResultChange(before, after)));
            changes.add(YearChange.between(compared.now(), compared.then()));
        }
        return PreviewView.of(id, List.copyOf(changes), moved);
    }
}

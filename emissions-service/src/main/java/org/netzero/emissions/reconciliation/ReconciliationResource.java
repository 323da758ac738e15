package org.netzero.emissions.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/emissions/reconciliation")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ReconciliationResource {

    private final Reconciliations reconciliations;

    ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    record Reconciliation(String period, List<Comparison> figures) implements Tabular {
        @Override
        public Table table() {
            return Table.of(Comparison.COLUMNS, figures, Comparison::row);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Reconciliation get(@BeanParam AskedPeriod asked) {
        int year = year(asked.required());
        return new Reconciliation(String.valueOf(year), reconciliations.ofYear(year));
    }

    private static int year(Period period) {
        if (!period.isYear()) {
            throw new InvalidInput(
                    "period",
                    "NOT_A_YEAR",
                    "'%s' is no year; reports are compared by year".formatted(period));
        }
        return period.start().getYear();
    }
}

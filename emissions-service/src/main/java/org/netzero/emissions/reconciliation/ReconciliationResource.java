package org.netzero.emissions.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

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
    public Reconciliation get(@QueryParam("period") @Nullable String period) {
        int year = year(period);
        return new Reconciliation(String.valueOf(year), reconciliations.ofYear(year));
    }

    private static int year(@Nullable String period) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("period", period);
        var fields = new Fields(values);
        Optional<Period> named = fields.period("period");
        if (named.isPresent() && !named.get().isYear()) {
            fields.refuse(
                    "period",
                    "NOT_A_YEAR",
                    "'%s' is no year; reports are compared by year".formatted(named.get()));
        }
        fields.refuseIfInvalid();
        return named.orElseThrow().start().getYear();
    }
}

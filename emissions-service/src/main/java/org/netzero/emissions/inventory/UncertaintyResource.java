package org.netzero.emissions.inventory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.quality.MonteCarlo;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/emissions/inventory/uncertainty")
@RunOnVirtualThread
class UncertaintyResource {

    /// Any would do, as long as it stays the same.
    private static final long DEFAULT_SEED = 1;

    /// Short enough for every reader of JSON to hold the number exactly.
    private static final int MOST_SEED_DIGITS = 15;

    private final ShownInventories inventories;

    UncertaintyResource(ShownInventories inventories) {
        this.inventories = inventories;
    }

    /// How the total is to be drawn.
    static final class Parameters {
        @QueryParam("method")
        @Nullable String method;

        @QueryParam("runs")
        @Nullable String runs;

        @QueryParam("seed")
        @Nullable String seed;
    }

    private record Asked(Scope2Method method, MonteCarlo simulation) {

        static Asked read(Parameters parameters) {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("method", parameters.method);
            values.put("runs", parameters.runs);
            values.put("seed", parameters.seed);
            var fields = new Fields(values);
            Optional<Scope2Method> method = fields.optionalOneOf("method", Scope2Method.class);
            Optional<Integer> runs =
                    fields.optionalText("runs").flatMap(text -> runs(fields, text));
            Optional<Long> seed = fields.optionalText("seed").flatMap(text -> seed(fields, text));
            fields.refuseIfInvalid();
            return new Asked(
                    method.orElse(Scope2Method.LOCATION_BASED),
                    new MonteCarlo(
                            seed.orElse(DEFAULT_SEED), runs.orElse(MonteCarlo.DEFAULT_RUNS)));
        }

        private static Optional<Integer> runs(Fields fields, String text) {
            Optional<Integer> runs =
                    text.matches("[0-9]{1,9}")
                            ? Optional.of(Integer.valueOf(text))
                                    .filter(number ->
                                            number >= MonteCarlo.FEWEST_RUNS
                                                    && number <= MonteCarlo.MOST_RUNS)
                            : Optional.empty();
            return runs.isPresent()
                    ? runs
                    : fields.refuse(
                            "runs",
                            "RUNS_OUT_OF_RANGE",
                            "'%s' is no number of runs; write a whole number from %d to %d"
                                    .formatted(text, MonteCarlo.FEWEST_RUNS, MonteCarlo.MOST_RUNS));
        }

        private static Optional<Long> seed(Fields fields, String text) {
            return text.matches("[0-9]{1,%d}".formatted(MOST_SEED_DIGITS))
                    ? Optional.of(Long.valueOf(text))
                    : fields.refuse(
                            "seed",
                            "NOT_A_SEED",
                            "'%s' is no seed; write a whole number of at most %d digits"
                                    .formatted(text, MOST_SEED_DIGITS));
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public UncertaintyView get(
            @BeanParam AskedPeriod period,
            @BeanParam InventoryQuery.Parameters basis,
            @BeanParam Parameters parameters) {
        Asked asked = Asked.read(parameters);
        InventoryQuery query = InventoryQuery.read(period.required(), basis);
        query.version().ifPresent(version -> refuse(query.year(), version));
        return UncertaintyView.of(inventories.today(query), asked.method(), asked.simulation());
    }

    private static void refuse(int year, int version) {
        throw new InvalidInput(
                "version",
                "CALCULATED_FROM_TODAYS_RECORDS",
                "version %d keeps the uncertainty of its own total, in /api/emissions/inventory?period=%d&version=%d; leave version out for that of today's records"
                        .formatted(version, year, version));
    }
}

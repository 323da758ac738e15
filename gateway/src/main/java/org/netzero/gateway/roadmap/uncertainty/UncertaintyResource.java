package org.netzero.gateway.roadmap.uncertainty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.gateway.roadmap.projection.AsOf;
import org.netzero.gateway.roadmap.projection.AskedPrice;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/scenarios/{id}/uncertainty")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class UncertaintyResource {

    private static final int USUAL_RUNS = 10_000;
    private static final long USUAL_SEED = 1;

    private final Simulations simulations;
    private final Clock clock;

    UncertaintyResource(Simulations simulations, Clock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "How sure a projection is: bands, chances of targets, what matters most")
    public UncertaintyView simulate(
            @RestPath String id,
            @Parameter(description = "100 to 20000; 10000 unless said") @RestQuery
                    Optional<String> runs,
            @Parameter(description = "A whole number; the same seed gives the same answer")
                    @RestQuery
                    Optional<String> seed,
            @Parameter(
                            description =
                                    "Another scenario to compare with on the same draws, in the"
                                            + " last year that both project")
                    @RestQuery
                    Optional<String> against,
            @Parameter(
                            description =
                                    "Expected price of a credit in CNY a tonne where the scenario"
                                            + " states none, instead of the assumed one")
                    @RestQuery
                    Optional<String> creditPrice,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf) {
        return UncertaintyView.of(
                simulations.of(
                        id,
                        new Simulations.Asked(
                                against,
                                runs.map(UncertaintyResource::runs).orElse(USUAL_RUNS),
                                seed.map(UncertaintyResource::seed).orElse(USUAL_SEED),
                                AskedPrice.read(creditPrice)),
                        AsOf.read(asOf, clock)));
    }

    private static int runs(String text) {
        if (text.matches("\\d{1,6}")) {
            int runs = Integer.parseInt(text);
            if (runs >= MonteCarlo.FEWEST_RUNS && runs <= MonteCarlo.MOST_RUNS) {
                return runs;
            }
        }
        throw new InvalidInput(
                "runs",
                "OUT_OF_RANGE",
                "'%s' is no whole number from %d to %d"
                        .formatted(text, MonteCarlo.FEWEST_RUNS, MonteCarlo.MOST_RUNS));
    }

    private static long seed(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw new InvalidInput(
                "seed",
                "NOT_A_NUMBER",
                "'%s' is no whole number of at most 18 digits".formatted(text));
    }
}

package org.netzero.gateway.roadmap.check;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.backtest.Figure;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/equations")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roadmap")
class EquationsResource {

    private final List<Figure> series = ReportedSeries.shipped();

    @GET
    @Operation(summary = "The equations behind the checks, with their inputs")
    public List<ChecksView.EquationView> list() {
        return ChecksView.EquationView.all();
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Operation(hidden = true)
    public Table listAsTable() {
        return Table.of(
                List.of("name", "inputs", "equation", "source"),
                ChecksView.EquationView.all(),
                equation ->
                        Table.row(
                                equation.name().name(),
                                String.join("; ", equation.inputs()),
                                equation.equation(),
                                equation.source()));
    }

    @POST
    @Path("decomposition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary = "What each factor of a product moved over years; nothing is stored",
            description =
                    "LMDI, additive and multiplicative, beside the mean over every order and the"
                            + " order listed. A figure is the sum of parts, each the product of its"
                            + " factors, such as electricity, share that is not green, grid factor.")
    public DecompositionView decompose(@Nullable DecompositionRequest request) {
        return DecompositionView.of(Stated.required("", request).read(), null);
    }

    @GET
    @Path("decomposition/{company}")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "The same of a published company's scope 2")
    public DecompositionView decompose(@RestPath String company) {
        return publishedScope2(company);
    }

    @POST
    @Path("sectoral-path")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary =
                    "The intensity path of the sectoral decarbonisation approach year by year;"
                            + " nothing is stored")
    public SectoralPathView sectoralPath(@Nullable SectoralPathRequest request) {
        return SectoralPathView.of(Stated.required("", request).read());
    }

    @POST
    @Path("temperature-scores")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "Temperature scores of a company's targets; nothing is stored")
    public TemperatureScoresView temperatureScores(@Nullable TemperatureScoresRequest request) {
        return TemperatureScoresView.of(Stated.required("", request).read());
    }

    @POST
    @Path("carbon-budget")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(summary = "Yearly emissions against a carbon budget; nothing is stored")
    public CarbonBudgetView carbonBudget(@Nullable CarbonBudgetRequest request) {
        return CarbonBudgetView.of(Stated.required("", request).read());
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "An equation with figures of your own; nothing is stored")
    public ChecksView.EvaluationView evaluate(
            @RestPath String name, @Nullable Map<String, @Nullable Double> inputs) {
        Equations equation = named(name);
        Map<String, Double> stated = stated(inputs);
        try {
            return ChecksView.EvaluationView.of(equation, equation.evaluate(stated));
        } catch (Positive.Refused refused) {
            throw new InvalidInput(
                    refused.field(), "OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("inputs", "OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        }
    }

    private DecompositionView publishedScope2(String name) {
        PublishedCompany company;
        try {
            company = PublishedCompany.of(name, series);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "company", "UNKNOWN_COMPANY", String.valueOf(unknown.getMessage()));
        }
        PublishedScope2.Found found =
                new PublishedScope2(company)
                        .find()
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "company",
                                        "TOO_FEW_FIGURES",
                                        "'%s' published electricity, scope 2 and its location-based figure or the renewable share together for fewer than two years"
                                                .formatted(name)));
        return DecompositionView.of(found.series(), found.figures());
    }

    /// Without those that are null: they are missing then.
    private static Map<String, Double> stated(@Nullable Map<String, @Nullable Double> inputs) {
        Map<String, Double> stated = new TreeMap<>();
        if (inputs != null) {
            inputs.forEach((name, value) -> {
                if (value != null) {
                    stated.put(name, value);
                }
            });
        }
        return stated;
    }

    private static Equations named(String name) {
        return Arrays.stream(Equations.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "name",
                                "UNKNOWN_EQUATION",
                                "'%s' is none of %s"
                                        .formatted(name, Arrays.toString(Equations.values()))));
    }
}

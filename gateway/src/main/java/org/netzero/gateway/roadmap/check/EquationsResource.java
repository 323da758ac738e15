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
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/equations")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roadmap")
class EquationsResource {

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
                List.of("name", "inputs", "equation"),
                ChecksView.EquationView.all(),
                equation ->
                        Table.row(
                                equation.name().name(),
                                String.join("; ", equation.inputs()),
                                equation.equation()));
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
            return new ChecksView.EvaluationView(
                    equation,
                    equation.equation(),
                    equation.evaluate(stated).entrySet().stream()
                            .map(step -> new ChecksView.ResultView(step.getKey(), step.getValue()))
                            .toList());
        } catch (Positive.Refused refused) {
            throw new InvalidInput(
                    refused.field(), "OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("inputs", "OUT_OF_RANGE", String.valueOf(refused.getMessage()));
        }
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

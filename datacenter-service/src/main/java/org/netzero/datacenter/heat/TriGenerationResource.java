package org.netzero.datacenter.heat;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.register.NotRegistered;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters/{datacenterId}/tri-generation")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class TriGenerationResource {

    private final Facilities facilities;
    private final TriGenerationPlants plants;
    private final TriGenerations generations;

    TriGenerationResource(
            Facilities facilities, TriGenerationPlants plants, TriGenerations generations) {
        this.facilities = facilities;
        this.plants = plants;
        this.generations = generations;
    }

    /// A registered plant, and which revision of it.
    record PlantView(int revision, TriGenerationRequest plant) {
        static PlantView of(Registered<TriGenerationRequest> registered) {
            return new PlantView(registered.revision(), registered.content());
        }
    }

    /// @param boundary of the reporting profile
    /// @param referenceSources where the efficiencies of separate production come from
    /// @param total of the whole period
    /// @param intervals of its days or months, if asked for
    record TriGenerationAnswer(
            String datacenterId,
            String period,
            PlantView plant,
            Boundary boundary,
            List<String> referenceSources,
            TriGenerationView total,
            List<TriGenerationView> intervals)
            implements Tabular {
        @Override
        public Table table() {
            return Table.of(
                    TriGenerationView.COLUMNS,
                    intervals.isEmpty() ? List.of(total) : intervals,
                    TriGenerationView::row);
        }
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public PlantView putTriGeneration(@RestPath String datacenterId, TriGenerationRequest request) {
        facilities.get(datacenterId);
        return PlantView.of(plants.put(datacenterId, request));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public TriGenerationAnswer triGeneration(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery Optional<String> granularity) {
        Facility facility = facilities.get(datacenterId);
        Registered<TriGenerationRequest> registered =
                plants.find(datacenterId)
                        .orElseThrow(() ->
                                new NotRegistered(
                                        datacenterId,
                                        "no plant of combined production",
                                        "PUT /api/datacenters/%s/tri-generation"
                                                .formatted(datacenterId)));
        TriGenerationPlant plant = plants.read(datacenterId, registered.content());
        List<TriGenerationView> views =
                generations
                        .of(facility, plant, asked.required(), Stretches.granularity(granularity))
                        .stream()
                        .map(produced -> TriGenerationView.of(produced, plant))
                        .toList();
        return new TriGenerationAnswer(
                datacenterId,
                asked.required().toString(),
                PlantView.of(registered),
                plant.boundary(),
                plant.referenceSources(),
                views.getFirst(),
                views.subList(1, views.size()));
    }

    @ServerExceptionMapper
    Response boundaryConflict(PlantBoundaryConflict refused) {
        return Problem.of(DatacenterProblem.BOUNDARY_CONFLICT, String.valueOf(refused.getMessage()))
                .response();
    }
}

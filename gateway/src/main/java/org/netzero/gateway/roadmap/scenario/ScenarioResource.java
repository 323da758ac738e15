package org.netzero.gateway.roadmap.scenario;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.basis.Announcements;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/roadmap/scenarios")
@RunOnVirtualThread
@Tag(name = "Roadmap")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ScenarioResource {

    private static final int LONGEST_NAME = 200;

    private final Scenarios scenarios;
    private final Announcements announcements;
    private final DeployedNow deployed;
    private final SecurityIdentity identity;

    ScenarioResource(
            Scenarios scenarios,
            Announcements announcements,
            DeployedNow deployed,
            SecurityIdentity identity) {
        this.scenarios = scenarios;
        this.announcements = announcements;
        this.deployed = deployed;
        this.identity = identity;
    }

    /// What a list shows of a scenario.
    record ScenarioSummary(
            String id,
            String name,
            int baseYear,
            int targetYear,
            long version,
            @Schema(description = "Whether it came with the suite, whoever changed it since")
                    boolean shipped,
            @Schema(description = "Whether it is not changed any more") boolean frozen) {

        static ScenarioSummary of(StoredScenario stored) {
            Scenario scenario = stored.scenario();
            return new ScenarioSummary(
                    scenario.id(),
                    scenario.name(),
                    scenario.baseYear(),
                    scenario.targetYear(),
                    stored.version(),
                    stored.shipped(),
                    stored.freeze().isPresent());
        }
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "All scenarios, in the order of their ids; at most 200 are kept")
    public List<ScenarioSummary> list() {
        return scenarios.all().stream().map(ScenarioSummary::of).toList();
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(hidden = true)
    public Table listAsTable() {
        return Table.of(
                List.of("id", "name", "baseYear", "targetYear", "version", "shipped", "frozen"),
                list(),
                scenario ->
                        Table.row(
                                scenario.id(),
                                scenario.name(),
                                scenario.baseYear(),
                                scenario.targetYear(),
                                scenario.version(),
                                scenario.shipped(),
                                scenario.frozen()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(summary = "A scenario with everything it assumes")
    public ScenarioDocument get(@RestPath String id) {
        return ScenarioDocument.of(scenarios.get(id));
    }

    @POST
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Adds a scenario",
            description =
                    "201 where it is new, 200 where the same content is on file already, 409 where its id is taken.")
    public RestResponse<ScenarioDocument> add(ScenarioDocument document) {
        return added(Parts.required("", document).scenario());
    }

    private RestResponse<ScenarioDocument> added(Scenario scenario) {
        boolean added = scenarios.add(scenario, caller());
        ScenarioDocument stored = ScenarioDocument.of(scenarios.get(scenario.id()));
        if (!added) {
            return RestResponse.ok(stored);
        }
        announcements.scenarioStored(scenario.id());
        return RestResponse.ResponseBuilder.<ScenarioDocument>created(
                        URI.create("/api/roadmap/scenarios/" + scenario.id()))
                .entity(stored)
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Replaces a scenario",
            description =
                    "Where the body states a version, the scenario must still have it. The same content changes nothing.")
    public ScenarioDocument replace(@RestPath String id, ScenarioDocument document) {
        Scenario scenario = Parts.required("", document).scenario();
        if (!scenario.id().equals(id)) {
            throw new InvalidInput(
                    "id",
                    "NOT_OF_THIS_ADDRESS",
                    "'%s' is not the id of this address, '%s'".formatted(scenario.id(), id));
        }
        OptionalLong version =
                document.version() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(document.version());
        StoredScenario stored = scenarios.change(id, version, caller(), before -> scenario);
        announcements.scenarioStored(id);
        return ScenarioDocument.of(stored);
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Deletes a scenario that did not come with the suite",
            description =
                    "Refused with 409 where it came with the suite (SCENARIO_SHIPPED) or is frozen (SCENARIO_FROZEN). What was projected of it before comes out with asOf; its id is not given again.")
    public void delete(@RestPath String id) {
        scenarios.delete(id, caller());
        announcements.scenarioDeleted(id);
    }

    /// What a copy is called; its content is that of the scenario.
    @Schema(name = "ScenarioCopy")
    record CopyRequest(
            @Schema(description = "A free id") @Nullable String id,
            @Schema(description = "Absent for that of the scenario with 'copy of' before it")
                    @Nullable String name) {}

    @POST
    @Path("{id}/copies")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary =
                    "Adds a copy of a scenario, which may be changed even where that one is frozen",
            description =
                    "201 where it is new, 200 where the same content is on file already, 409 where its id is taken. A copy of 'least-cost' holds the plan from the figures of now: its levers are deployed as planned, and it is not planned again.")
    public RestResponse<ScenarioDocument> copy(@RestPath String id, CopyRequest copy) {
        String newId = ScenarioDocument.checkedId("id", Parts.required("", copy).id());
        Scenario original = deployed.deployedNow(scenarios.get(id));
        String name = copy.name() == null ? shortened("Copy of " + original.name()) : copy.name();
        return added(Parts.checked(() -> renamed(original, newId, name)));
    }

    private static Scenario renamed(Scenario original, String id, String name) {
        return new Scenario(
                id,
                name,
                original.baseYear(),
                original.targetYear(),
                original.electricity(),
                original.otherActivity(),
                original.activities(),
                original.regions(),
                original.levers(),
                original.targets(),
                original.offsets());
    }

    private static String shortened(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        boolean halved = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, halved ? end - 1 : end);
    }

    @POST
    @Path("{id}/freeze")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST})
    @Operation(
            summary = "Lets nobody change a scenario any more",
            description =
                    "The document says who froze it and when. A change is refused with 409 SCENARIO_FROZEN, a copy may be changed.")
    public ScenarioDocument freeze(@RestPath String id) {
        StoredScenario frozen = scenarios.freeze(id, caller());
        announcements.scenarioStored(id);
        return ScenarioDocument.of(frozen);
    }

    @DELETE
    @Path("{id}/freeze")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Lets a frozen scenario be changed again",
            description =
                    "For administrators. The document says who did so, when, and who had frozen it; versions and vintages stay. One that is not frozen stays as it is.")
    public ScenarioDocument thaw(@RestPath String id) {
        StoredScenario thawed = scenarios.thaw(id, caller());
        announcements.scenarioStored(id);
        return ScenarioDocument.of(thawed);
    }

    private String caller() {
        return Caller.of(identity).subject();
    }
}

package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;
import org.netzero.platform.problem.Violation;

@Path("/api/emissions/activities")
@RunOnVirtualThread
class ActivityResource {

    /// Activities in one request; more go to the import.
    static final int MAX_ACTIVITIES = 10_000;

    private final ActivityReader reader;
    private final Activities activities;
    private final SecurityIdentity identity;

    ActivityResource(ActivityReader reader, Activities activities, SecurityIdentity identity) {
        this.reader = reader;
        this.activities = activities;
        this.identity = identity;
    }

    /// What became of the request.
    ///
    /// @param activityIds in the order of the request, the ids given here included
    record Recorded(int accepted, int duplicates, List<String> activityIds) {}

    /// Records all or nothing.
    @POST
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public Response post(List<ActivityRequest> requests) {
        if (requests.size() > MAX_ACTIVITIES) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY",
                    "%d activities in one request; send at most %d, or a file to /api/imports/activities"
                            .formatted(requests.size(), MAX_ACTIVITIES));
        }
        List<Activity> read = read(requests);
        List<RowOutcome> outcomes = activities.recordAll(read, Caller.of(identity).subject());
        int accepted =
                (int) outcomes.stream().filter(RowOutcome.Accepted.class::isInstance).count();
        return Response.status(accepted > 0 ? Response.Status.CREATED : Response.Status.OK)
                .entity(
                        new Recorded(
                                accepted,
                                outcomes.size() - accepted,
                                read.stream().map(Activity::activityId).toList()))
                .build();
    }

    @ServerExceptionMapper
    Response refused(ActivitiesRefused refused) {
        return Problem.of(
                        refused.isConflict()
                                ? CommonProblem.ID_CONFLICT
                                : CommonProblem.INVALID_INPUT,
                        "Nothing was recorded; violations say why",
                        refused.violations())
                .response();
    }

    private List<Activity> read(List<ActivityRequest> requests) {
        var read = new ArrayList<Activity>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                read.add(reader.read(requests.get(i).fields(), requests.get(i).statedInputs()));
            } catch (InvalidInput invalid) {
                violations.addAll(located(i, invalid.violations()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return read;
    }

    private static List<Violation> located(int index, List<Violation> violations) {
        return violations.stream()
                .map(violation ->
                        switch (violation.field()) {
                            case "quantity" ->
                                    new Violation(
                                            "quantity.value",
                                            violation.code(),
                                            violation.message());
                            case "unit" ->
                                    new Violation(
                                            "quantity.unit", violation.code(), violation.message());
                            default -> violation;
                        })
                .map(violation -> violation.within("[%d]".formatted(index)))
                .toList();
    }
}

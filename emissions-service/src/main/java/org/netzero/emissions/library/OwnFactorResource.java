package org.netzero.emissions.library;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

@Path("/api/emissions/factors")
@RunOnVirtualThread
class OwnFactorResource {

    /// Factors in one request; more go to the import.
    private static final int MOST_FACTORS = 10_000;

    private final FactorReader reader;
    private final OwnFactors own;
    private final SecurityIdentity identity;

    OwnFactorResource(FactorReader reader, OwnFactors own, SecurityIdentity identity) {
        this.reader = reader;
        this.own = own;
        this.identity = identity;
    }

    /// What became of the request.
    ///
    /// @param factorIds in the order of the request
    record Drafted(int accepted, int duplicates, List<String> factorIds) {}

    /// Drafts all or nothing.
    @POST
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Transactional
    public Response post(List<FactorRequest> requests) {
        if (requests.size() > MOST_FACTORS) {
            throw new InvalidInput(
                    "",
                    "TOO_MANY",
                    "%d factors in one request; send at most %d, or a file to /api/imports/factors"
                            .formatted(requests.size(), MOST_FACTORS));
        }
        List<DraftFactor> drafts = read(requests);
        List<RowOutcome> outcomes = own.draft(drafts, Caller.of(identity).subject());
        refuseIfRejected(outcomes);
        int accepted =
                (int) outcomes.stream().filter(RowOutcome.Accepted.class::isInstance).count();
        return Response.status(accepted > 0 ? Response.Status.CREATED : Response.Status.OK)
                .entity(
                        new Drafted(
                                accepted,
                                outcomes.size() - accepted,
                                drafts.stream().map(draft -> draft.factor().id()).toList()))
                .build();
    }

    private List<DraftFactor> read(List<FactorRequest> requests) {
        var drafts = new ArrayList<DraftFactor>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                drafts.add(reader.read(requests.get(i).fields()));
            } catch (InvalidInput invalid) {
                violations.addAll(located(i, invalid.violations()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return drafts;
    }

    private static void refuseIfRejected(List<RowOutcome> outcomes) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof RowOutcome.Rejected rejected) {
                violations.addAll(located(i, rejected.violations()));
            }
        }
        if (!violations.isEmpty()) {
            throw new FactorsRefused(violations);
        }
    }

    private static List<Violation> located(int index, List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.within("[%d]".formatted(index)))
                .toList();
    }
}

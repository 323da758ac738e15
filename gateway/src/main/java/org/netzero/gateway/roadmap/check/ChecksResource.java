package org.netzero.gateway.roadmap.check;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
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

@Path("/api/roadmap/scenarios/{id}/checks")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
@Tag(name = "Roadmap")
class ChecksResource {

    private static final String COMPANY =
            "A company of the shipped series whose published figures are said beside the scenario;"
                    + " the published company's own where the scenario is a shipped one.";

    private final CheckedScenarios scenarios;
    private final Clock clock;

    ChecksResource(CheckedScenarios scenarios, Clock clock) {
        this.scenarios = scenarios;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @Operation(
            summary =
                    "A scenario held against science-based targets, renewable paths, budgets and"
                            + " claim rules")
    public ChecksView check(
            @RestPath String id,
            @Parameter(description = COMPANY) @RestQuery Optional<String> company,
            @Parameter(description = "Year in which the targets are submitted for validation")
                    @RestQuery
                    Optional<String> submissionYear,
            @Parameter(
                            description =
                                    "Price of a credit in CNY a tonne where the scenario states"
                                            + " none, instead of the assumed ones")
                    @RestQuery
                    Optional<String> creditPrice,
            @Parameter(description = "As of the projection") @RestQuery Optional<String> asOf) {
        return ChecksView.of(
                scenarios.of(
                        id,
                        AsOf.read(asOf, clock),
                        new CheckedScenarios.Question(
                                company,
                                submissionYear
                                        .map(ChecksResource::year)
                                        .map(OptionalInt::of)
                                        .orElseGet(OptionalInt::empty),
                                AskedPrice.read(creditPrice))),
                scenarios.rules());
    }

    private static int year(String text) {
        if (text.matches("(?:199|20\\d|21[0-4])\\d|2150")) {
            return Integer.parseInt(text);
        }
        throw new InvalidInput(
                "submissionYear",
                "NOT_A_YEAR",
                "'%s' is no calendar year such as 2022".formatted(text));
    }
}

package org.netzero.emissions.bridge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.boundary.Boundaries;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.emissions.inventory.OneMoment;
import org.netzero.emissions.inventory.ShownInventories;
import org.netzero.emissions.inventory.UnknownVersion;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.emissions.result.LargeQuestions;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/bridge")
@RunOnVirtualThread
class BridgeResource {

    private final ShownInventories inventories;
    private final Boundaries boundaries;
    private final Factors factors;
    private final LargeQuestions questions;
    private final OneMoment oneMoment;

    BridgeResource(
            ShownInventories inventories,
            Boundaries boundaries,
            Factors factors,
            LargeQuestions questions,
            OneMoment oneMoment) {
        this.inventories = inventories;
        this.boundaries = boundaries;
        this.factors = factors;
        this.questions = questions;
        this.oneMoment = oneMoment;
    }

    /// Between what.
    static final class Ends {
        @QueryParam("from")
        @Nullable String from;

        @QueryParam("to")
        @Nullable String to;

        @QueryParam("fromVersion")
        @Nullable String fromVersion;

        @QueryParam("toVersion")
        @Nullable String toVersion;

        @QueryParam("method")
        @Nullable String method;
    }

    /// @param method LOCATION_BASED where nobody says
    private record Asked(
            int from,
            int to,
            Optional<Integer> fromVersion,
            Optional<Integer> toVersion,
            Scope2Method method) {

        static Asked read(Ends ends) {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("from", ends.from);
            values.put("to", ends.to);
            values.put("fromVersion", ends.fromVersion);
            values.put("toVersion", ends.toVersion);
            values.put("method", ends.method);
            var fields = new Fields(values);
            Optional<Integer> first = year(fields, "from");
            Optional<Integer> last = year(fields, "to");
            Optional<Integer> firstVersion = version(fields, "fromVersion");
            Optional<Integer> lastVersion = version(fields, "toVersion");
            Optional<Scope2Method> scope2 = fields.optionalOneOf("method", Scope2Method.class);
            fields.refuseIfInvalid();
            return new Asked(
                    first.orElseThrow(),
                    last.orElseThrow(),
                    firstVersion,
                    lastVersion,
                    scope2.orElse(Scope2Method.LOCATION_BASED));
        }

        private static Optional<Integer> year(Fields fields, String field) {
            return fields.period(field)
                    .flatMap(period ->
                            period.isYear()
                                    ? Optional.of(period.start().getYear())
                                    : notAYear(fields, field, period));
        }

        private static Optional<Integer> notAYear(Fields fields, String field, Period period) {
            return fields.refuse(
                    field,
                    "NOT_A_YEAR",
                    "'%s' is no year; an inventory covers a calendar year".formatted(period));
        }

        private static Optional<Integer> version(Fields fields, String field) {
            return fields.optionalText(field)
                    .flatMap(text ->
                            text.matches("[1-9][0-9]{0,5}")
                                    ? Optional.of(Integer.parseInt(text))
                                    : fields.refuse(
                                            field,
                                            "NOT_A_VERSION",
                                            "'%s' is no version; write 1, 2, …".formatted(text)));
        }
    }

    /// Leads from one inventory to another, or from one version of a year to another.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public BridgeView get(@BeanParam Ends ends, @BeanParam PageQuery page) {
        Asked asked = Asked.read(ends);
        return questions.answer(() -> {
            inventories.bringUpToDate(asked.from(), asked.fromVersion());
            inventories.bringUpToDate(asked.to(), asked.toVersion());
            return oneMoment.read(() -> bridge(asked, page));
        });
    }

    private BridgeView bridge(Asked asked, PageQuery page) {
        InventoryContent from = inventories.content(asked.from(), asked.fromVersion());
        InventoryContent to = inventories.content(asked.to(), asked.toVersion());
        var bridge =
                new ChangeBridge(
                        from,
                        to,
                        factors.library().potentials(),
                        boundaries.ownership().sitesMoved(asked.from(), asked.to()));
        return BridgeView.of(from, to, asked.method(), bridge.lines(asked.method()), page);
    }

    @ServerExceptionMapper
    Response unknown(UnknownVersion unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_VERSION, String.valueOf(unknown.getMessage()))
                .response();
    }
}

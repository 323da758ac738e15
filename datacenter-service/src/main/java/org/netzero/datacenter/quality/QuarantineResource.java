package org.netzero.datacenter.quality;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.quality.QuarantinedHour.Decision;
import org.netzero.datacenter.quality.QuarantinedHours.Position;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/datacenters/{datacenterId}/quarantine")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class QuarantineResource {

    private final Quarantine quarantine;
    private final FacilityClock zones;
    private final SecurityIdentity identity;
    private final Clock clock;

    QuarantineResource(
            Quarantine quarantine, FacilityClock zones, SecurityIdentity identity, Clock clock) {
        this.quarantine = quarantine;
        this.zones = zones;
        this.identity = identity;
        this.clock = clock;
    }

    /// Hours of locked periods that late readings would change, decided or not.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<QuarantinedHourView> list(
            @RestPath String datacenterId, @BeanParam PageQuery page) {
        zones.zoneOf(datacenterId);
        return new Listing<QuarantinedHourView>(
                        (cursor, count) ->
                                quarantine
                                        .after(
                                                datacenterId,
                                                cursor.map(QuarantineResource::position),
                                                count)
                                        .stream()
                                        .map(QuarantinedHourView::of)
                                        .toList(),
                        QuarantinedHourView::cursor,
                        QuarantinedHourView.COLUMNS,
                        QuarantinedHourView::row)
                .page(page);
    }

    private static Position position(String cursor) {
        int end = cursor.indexOf('_');
        try {
            return new Position(
                    Instant.parse(cursor.substring(0, Math.max(0, end))),
                    MeasuringRole.valueOf(cursor.substring(end + 1)));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new InvalidInput(
                    "cursor", "UNKNOWN_CURSOR", "'%s' is no cursor of this list".formatted(cursor));
        }
    }

    /// What is decided of the hours that wait.
    ///
    /// @param period `2021`, `2021-03`, `2021-03-14`, in the zone of the site
    /// @param role of this role only; of all when left out
    record DecisionRequest(@Nullable String period, @Nullable String role, @Nullable String note) {}

    /// Puts the hours in place of what stands: the period is being restated.
    @POST
    @Path("release")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public DecidedView release(@RestPath String datacenterId, DecisionRequest request) {
        Asked asked = read(datacenterId, request);
        return new DecidedView(quarantine.release(asked.choice(), asked.decision()).size());
    }

    /// Leaves what stands as it is.
    @POST
    @Path("dismissal")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public DecidedView dismiss(@RestPath String datacenterId, DecisionRequest request) {
        Asked asked = read(datacenterId, request);
        return new DecidedView(quarantine.dismiss(asked.choice(), asked.decision()).size());
    }

    /// @param hours of how many hours it was decided
    record DecidedView(int hours) {}

    private record Asked(Quarantine.Choice choice, Decision decision) {}

    private Asked read(String datacenterId, DecisionRequest request) {
        var fields = Fields.of(request);
        Optional<Period> period = fields.period("period");
        Optional<MeasuringRole> role = fields.optionalOneOf("role", MeasuringRole.class);
        Optional<String> note = fields.text("note");
        fields.refuseIfInvalid();
        return new Asked(
                new Quarantine.Choice(datacenterId, period.orElseThrow(), role),
                new Decision(Caller.of(identity).subject(), clock.instant(), note.orElseThrow()));
    }
}

package org.netzero.datacenter.quality;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.quality.Findings.Acknowledgement;
import org.netzero.datacenter.quality.Findings.Question;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.QueryFlag;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FindingResource {

    private final Findings findings;
    private final FacilityClock zones;
    private final SecurityIdentity identity;
    private final Clock clock;

    FindingResource(
            Findings findings, FacilityClock zones, SecurityIdentity identity, Clock clock) {
        this.findings = findings;
        this.zones = zones;
        this.identity = identity;
        this.clock = clock;
    }

    /// The findings of a facility; the period is one of its site's zone.
    @GET
    @Path("{datacenterId}/findings")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FindingView> ofFacility(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String open,
            @BeanParam PageQuery page) {
        return list(
                question(Optional.of(datacenterId), zones.zoneOf(datacenterId), asked, code, open),
                page);
    }

    /// The findings of all facilities; the period is one of UTC.
    @GET
    @Path("findings")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FindingView> ofFleet(
            @BeanParam AskedPeriod asked,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String open,
            @BeanParam PageQuery page) {
        return list(question(Optional.empty(), ZoneOffset.UTC, asked, code, open), page);
    }

    private static Question question(
            Optional<String> datacenterId,
            ZoneId zone,
            AskedPeriod asked,
            @Nullable String code,
            @Nullable String open) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("code", code);
        var fields = new Fields(values);
        Optional<FindingCode> named = fields.optionalOneOf("code", FindingCode.class);
        fields.refuseIfInvalid();
        Optional<String> stated = Optional.ofNullable(open).filter(text -> !text.isEmpty());
        return new Question(
                datacenterId,
                asked.optional().map(period -> period.in(zone)),
                named,
                stated.map(text -> QueryFlag.isSet("open", Optional.of(text))));
    }

    private Page<FindingView> list(Question question, PageQuery page) {
        return new Listing<FindingView>(
                        (cursor, count) ->
                                findings
                                        .after(question, cursor.map(FindingResource::number), count)
                                        .stream()
                                        .map(FindingView::of)
                                        .toList(),
                        FindingView::id,
                        FindingView.COLUMNS,
                        FindingView::row)
                .page(page);
    }

    private static long number(String cursor) {
        if (cursor.matches("[0-9]{1,18}")) {
            return Long.parseLong(cursor);
        }
        throw new InvalidInput(
                "cursor", "UNKNOWN_CURSOR", "'%s' is no cursor of this list".formatted(cursor));
    }

    /// Why a finding may stand as it is.
    record AcknowledgementRequest(@Nullable String note) {}

    /// Notes that somebody knows of a finding. It stays open until the hours no longer show it.
    @PUT
    @Path("{datacenterId}/findings/{id}/acknowledgement")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public FindingView acknowledge(
            @RestPath String datacenterId, @RestPath String id, AcknowledgementRequest request) {
        var fields = Fields.of(request);
        Optional<String> note = fields.text("note");
        fields.refuseIfInvalid();
        if (!id.matches("[0-9]{1,18}")) {
            throw new UnknownFinding(datacenterId, id);
        }
        return FindingView.of(
                findings.acknowledge(
                        datacenterId,
                        Long.parseLong(id),
                        new Acknowledgement(
                                Caller.of(identity).subject(),
                                clock.instant(),
                                note.orElseThrow())));
    }
}

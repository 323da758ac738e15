package org.netzero.energy.microgrid;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.HourlyQuestions;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/energy/microgrid")
@Tag(name = "Energy")
@RunOnVirtualThread
class MicrogridResource {

    private final Microgrids microgrids;
    private final Sites sites;
    private final HourlyQuestions questions;

    MicrogridResource(Microgrids microgrids, Sites sites, HourlyQuestions questions) {
        this.microgrids = microgrids;
        this.sites = sites;
        this.questions = questions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getMicrogrid",
            summary =
                    "Everything that flows in and out of a site by hour, day or month: load, generation, storage, grid")
    @APIResponse(responseCode = "200", description = "The period, and its parts")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No site has this id")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public MicrogridView microgrid(
            @BeanParam AskedPeriod asked,
            @Parameter(description = "The site", required = true) @QueryParam("siteId")
                    @Nullable String siteId,
            @Parameter(description = "hour, day or month")
                    @QueryParam("granularity")
                    @DefaultValue("hour")
                    String granularity) {
        Period period = asked.required();
        Granularity parts =
                Granularity.named(
                        granularity,
                        EnumSet.of(Granularity.HOUR, Granularity.DAY, Granularity.MONTH));
        parts.partsOf(period);
        Site site = site(siteId);
        return questions.answer(() -> MicrogridView.of(microgrids.of(site, period), period, parts));
    }

    private Site site(@Nullable String siteId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        var fields = new Fields(values);
        String named = fields.id("siteId").orElse("");
        fields.refuseIfInvalid();
        Site site = sites.get(named);
        if (site.kind() == SiteKind.GROUP) {
            throw new InvalidInput(
                    "siteId",
                    "MICROGRID_OF_GROUP",
                    "'%s' is the group, which has no meters; name one of its sites"
                            .formatted(named));
        }
        return site;
    }
}

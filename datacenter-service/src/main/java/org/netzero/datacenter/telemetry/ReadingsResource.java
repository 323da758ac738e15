package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.netzero.platform.identity.Role;

@Path("/api/telemetry")
@RunOnVirtualThread
class ReadingsResource {

    private final TelemetryIntake intake;

    ReadingsResource(TelemetryIntake intake) {
        this.intake = intake;
    }

    /// @param accepted readings that are durable now, those among them that were so before included
    /// @param rejected up to 1,000 of those that were refused
    /// @param rejectedReadings how many were refused
    record Receipt(int accepted, int rejectedReadings, List<Rejection> rejected) {}

    /// @param index of the reading in the body, from 0
    record Rejection(int index, String code, String message) {}

    @POST
    @Path("readings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Receipt push(
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding,
            InputStream body) {
        TakenReadings taken =
                intake.take(() -> {
                    List<SubmittedReading> submitted = ReadingsBody.read(body, encoding);
                    return (index, rules) -> check(submitted, index, rules);
                });
        return new Receipt(
                taken.count(),
                taken.refusals(),
                taken.refused().stream()
                        .map(place ->
                                new Rejection(
                                        place.place(), place.why().code(), place.why().message()))
                        .toList());
    }

    private static TakenReadings check(
            List<SubmittedReading> submitted, SeriesIndex index, ReadingRules rules) {
        Set<String> ids = new HashSet<>();
        for (SubmittedReading reading : submitted) {
            if (reading.point() != null) {
                ids.add(reading.point());
            }
        }
        var check = new ReadingCheck(index.points(ids), rules);
        var taken = new TakenReadings(submitted.size());
        for (int i = 0; i < submitted.size(); i++) {
            switch (check.check(submitted.get(i))) {
                case ReadingCheck.Verdict.Taken(int point, long time, double value) ->
                        taken.add(point, time, value);
                case ReadingCheck.Verdict.NotTaken(Refusal why, String field) ->
                        taken.refuse(i, 0, why);
            }
        }
        return taken;
    }
}

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.netzero.platform.identity.Role;

@Path("/api/telemetry")
@RunOnVirtualThread
class ReadingsResource {

    private static final int FEW_READINGS = 256;

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
                intake.take(share ->
                        (index, rules) -> {
                            var into = new TakenReadings(FEW_READINGS);
                            try (InputStream opened = TelemetryBody.opened(body, encoding, share)) {
                                ReadingsBody.read(
                                        opened,
                                        some ->
                                                check(
                                                        some,
                                                        new ReadingCheck(
                                                                index.points(idsOf(some)), rules),
                                                        into));
                            } catch (IOException broken) {
                                throw new UncheckedIOException(broken);
                            }
                            return into;
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

    private static Set<String> idsOf(List<SubmittedReading> submitted) {
        Set<String> ids = new HashSet<>();
        for (SubmittedReading reading : submitted) {
            if (reading.point() != null) {
                ids.add(reading.point());
            }
        }
        return ids;
    }

    private static void check(
            List<SubmittedReading> submitted, ReadingCheck check, TakenReadings taken) {
        for (SubmittedReading reading : submitted) {
            switch (check.check(reading)) {
                case ReadingCheck.Verdict.Taken(int point, long time, double value) ->
                        taken.add(point, time, value);
                case ReadingCheck.Verdict.NotTaken(Refusal why, String field) ->
                        taken.refuse(taken.count() + taken.refusals(), 0, why);
            }
        }
    }
}

package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;

/// Takes Prometheus remote write 1.0, and answers with the counts of version 2.0 besides. A body of
/// which samples were refused is answered with 400, so that its sender tells of it and does not
/// send the body for ever; the others are stored.
@Path("/api/telemetry/prometheus")
@RunOnVirtualThread
class PrometheusResource {

    private static final String PROTOBUF = "application/x-protobuf";

    private static final String PROTO = "proto";

    /// The message of version 1.0. A receiver of that version alone answers those of 2.0 with 415,
    /// says version 2.0.
    private static final String VERSION_1 = "prometheus.WriteRequest";

    private static final String WRITTEN = "X-Prometheus-Remote-Write-Samples-Written";
    private static final String HISTOGRAMS = "X-Prometheus-Remote-Write-Histograms-Written";
    private static final String EXEMPLARS = "X-Prometheus-Remote-Write-Exemplars-Written";

    private final TelemetryIntake intake;

    PrometheusResource(TelemetryIntake intake) {
        this.intake = intake;
    }

    @POST
    @Path("api/v1/write")
    @Consumes(PROTOBUF)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Response write(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("snappy") String encoding,
            InputStream body) {
        if (type == null
                || !VERSION_1.equals(type.getParameters().getOrDefault(PROTO, VERSION_1))) {
            throw new NotSupportedException(
                    "Send %s of remote write 1.0, the message %s".formatted(PROTOBUF, VERSION_1));
        }
        return answer(
                intake.take(share -> {
                    TelemetryBody request = TelemetryBody.read(body, encoding, share);
                    return (index, rules) -> {
                        var taken = new TakenReadings(16);
                        new RemoteWrite(request, index, rules, taken).read();
                        return taken;
                    };
                }));
    }

    private static Response answer(TakenReadings taken) {
        Response.ResponseBuilder answer =
                taken.firstRefused()
                        .map(first ->
                                Response.status(Response.Status.BAD_REQUEST)
                                        .type(MediaType.TEXT_PLAIN_TYPE)
                                        .entity(
                                                "%d samples stored, %d refused; series %d: %s: %s"
                                                        .formatted(
                                                                taken.count(),
                                                                taken.refusals(),
                                                                first.place(),
                                                                first.why().code(),
                                                                first.why().message())))
                        .orElseGet(Response::noContent);
        return answer.header(WRITTEN, taken.count())
                .header(HISTOGRAMS, 0)
                .header(EXEMPLARS, 0)
                .build();
    }
}

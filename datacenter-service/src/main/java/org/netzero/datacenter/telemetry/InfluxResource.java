package org.netzero.datacenter.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.QueryFlag;
import org.netzero.platform.problem.InvalidInput;

/// Takes line protocol at the addresses of both versions of InfluxDB, so that its clients need no
/// more than another address: all stored is 204, and of a body with bad lines the good ones are
/// stored and the bad ones answered with 400, in the fields that clients of either version read.
@Path("/api/telemetry/influx")
@RunOnVirtualThread
class InfluxResource {

    /// A line of a reading has about so many bytes.
    private static final int BYTES_PER_READING = 64;

    private final TelemetryIntake intake;

    InfluxResource(TelemetryIntake intake) {
        this.intake = intake;
    }

    /// What clients of either version send along. Where readings belong stands in their lines, so
    /// database, bucket, organisation and their like are read and not used.
    static final class Parameters {
        @QueryParam("precision")
        @DefaultValue("")
        String precision = "";

        /// Whether a line without a time is of the moment at which it arrives.
        @QueryParam("live")
        @Nullable String live;

        @QueryParam("db")
        @Nullable String database;

        @QueryParam("rp")
        @Nullable String retentionPolicy;

        @QueryParam("consistency")
        @Nullable String consistency;

        @QueryParam("org")
        @Nullable String organization;

        @QueryParam("orgID")
        @Nullable String organizationId;

        @QueryParam("bucket")
        @Nullable String bucket;
    }

    /// What is answered where lines were refused.
    ///
    /// @param code what a client of version 2 reads: `invalid`
    /// @param message what was wrong first, for a client of version 2
    /// @param error the same for a client of version 1
    /// @param line the first line that was refused
    /// @param accepted readings that are durable now
    /// @param rejected up to 1,000 of the refusals
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartialWrite(
            String code,
            String message,
            String error,
            int line,
            int accepted,
            List<RefusedLine> rejected) {}

    /// @param line from 1
    /// @param column in characters from 1
    record RefusedLine(int line, int column, String code, String message) {
        static RefusedLine of(TakenReadings.RefusedPlace place) {
            return new RefusedLine(
                    place.place(), place.column(), place.why().code(), place.why().message());
        }
    }

    @POST
    @Path("api/v2/write")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Response write(
            @BeanParam Parameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding,
            InputStream body) {
        return answer(
                intake.take(share -> {
                    TimePrecision precision = precision(parameters.precision);
                    boolean live = QueryFlag.isSet("live", Optional.ofNullable(parameters.live));
                    TelemetryBody lines = TelemetryBody.read(body, encoding, share);
                    return (index, rules) -> {
                        var taken = new TakenReadings(lines.length() / BYTES_PER_READING + 1);
                        new LineProtocol(lines, precision, live, index, rules, taken).read();
                        return taken;
                    };
                }));
    }

    @POST
    @Path("write")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Response writeVersion1(
            @BeanParam Parameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding,
            InputStream body) {
        return write(parameters, encoding, body);
    }

    /// What clients ask before they write.
    @GET
    @Path("ping")
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Response ping() {
        return Response.noContent().build();
    }

    static TimePrecision precision(String parameter) {
        return TimePrecision.of(parameter)
                .orElseThrow(() ->
                        new InvalidInput(
                                "precision",
                                "UNKNOWN_PRECISION",
                                "'%s' is none of ns, us, ms, s, m, h".formatted(parameter)));
    }

    private static Response answer(TakenReadings taken) {
        return taken.firstRefused()
                .map(first -> refused(taken, first))
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response refused(TakenReadings taken, TakenReadings.RefusedPlace first) {
        String message =
                "partial write: %d readings stored, %d refused; line %d, column %d: %s"
                        .formatted(
                                taken.count(),
                                taken.refusals(),
                                first.place(),
                                first.column(),
                                first.why().message());
        List<RefusedLine> lines = taken.refused().stream().map(RefusedLine::of).toList();
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("X-Influxdb-Error", message.replaceAll("\\p{Cntrl}|[^\\x20-\\x7e]", "?"))
                .entity(
                        new PartialWrite(
                                "invalid", message, message, first.place(), taken.count(), lines))
                .build();
    }
}

package org.netzero.datacenter.telemetry;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

@Path("/api/telemetry")
@RunOnVirtualThread
class ReadingsResource {

    /// Requests being read at once at most; each may hold a whole body.
    private static final int MAX_REQUESTS = 16;

    private static final long MAX_BODY_BYTES = 32L << 20;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final MeasuringPoints points;
    private final ReadingLog log;
    private final Clock clock;
    private final Semaphore requests = new Semaphore(MAX_REQUESTS);

    ReadingsResource(MeasuringPoints points, ReadingLog log, Clock clock) {
        this.points = points;
        this.log = log;
        this.clock = clock;
    }

    /// @param accepted readings that are durable now, those among them that were so before included
    record Receipt(int accepted, List<Rejection> rejected) {}

    /// @param index of the reading in the body, from 0
    record Rejection(int index, String code, String message) {}

    @POST
    @Path("readings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Receipt push(InputStream body) {
        if (!requests.tryAcquire()) {
            throw new ReadingsNotStored("Too many bodies are being read at once");
        }
        try {
            return store(ReadingsBody.read(new LimitedBody(body, MAX_BODY_BYTES)));
        } finally {
            requests.release();
        }
    }

    private Receipt store(List<SubmittedReading> submitted) {
        var check = new ReadingCheck(pointsOf(submitted), clock.instant());
        var taken = new PackedReadings.Packer(submitted.size());
        var rejected = new ArrayList<Rejection>();
        for (int i = 0; i < submitted.size(); i++) {
            switch (check.check(submitted.get(i))) {
                case ReadingCheck.Verdict.Taken(int point, long time, double value) ->
                        taken.add(point, time, value);
                case ReadingCheck.Verdict.Refused(String code, String message) ->
                        rejected.add(new Rejection(i, code, message));
            }
        }
        log.append(taken.pack());
        return new Receipt(taken.count(), rejected);
    }

    private Map<String, NumberedPoint> pointsOf(List<SubmittedReading> submitted) {
        Set<String> ids = new HashSet<>();
        for (SubmittedReading reading : submitted) {
            if (reading.point() != null) {
                ids.add(reading.point());
            }
        }
        try {
            return points.byId(ids);
        } catch (PersistenceException | QuarkusTransactionException away) {
            throw new ReadingsNotStored(away);
        }
    }

    @ServerExceptionMapper
    Response notStored(ReadingsNotStored refused) {
        Response answer =
                Problem.of(
                                DatacenterProblem.READINGS_NOT_STORED,
                                String.valueOf(refused.getMessage()))
                        .response();
        return Response.fromResponse(answer).header("Retry-After", RETRY_AFTER_SECONDS).build();
    }

    @ServerExceptionMapper
    Response tooLarge(BodyTooLarge refused) {
        return Problem.of(CommonProblem.BODY_TOO_LARGE, String.valueOf(refused.getMessage()))
                .response();
    }
}

package org.netzero.gateway.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.netzero.platform.identity.Role;

@Path("/api/stream")
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class StreamResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// After this a client connects anew, and shows again that its key is valid.
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// A client so many events behind is dropped; it connects anew and reads the present state.
    private static final int BEHIND_AT_MOST = 256;

    private final ChangeStream changes;
    private final int mostStreams;
    private final AtomicInteger open = new AtomicInteger();

    StreamResource(
            ChangeStream changes,
            @ConfigProperty(name = "netzero.stream.most-open") int mostStreams) {
        this.changes = changes;
        this.mostStreams = mostStreams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary =
                    "What changes, as server-sent events: inventory, indicator, energy, projection",
            description =
                    "The data of an event names the figures to read again. There is no replay:"
                            + " after connecting, read the present state first.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        if (open.incrementAndGet() > mostStreams) {
            open.decrementAndGet();
            throw new TooManyStreams(mostStreams);
        }
        Multi<OutboundSseEvent> events =
                changes.changes(BEHIND_AT_MOST).map(change -> event(sse, change));
        Multi<OutboundSseEvent> heartbeats =
                Multi.createFrom()
                        .ticks()
                        .every(HEARTBEAT)
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("heartbeat").build());
        return Multi.createBy()
                .merging()
                .streams(events, heartbeats)
                .onFailure(BackPressureFailure.class)
                .recoverWithCompletion()
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private static OutboundSseEvent event(Sse sse, Change change) {
        return sse.newEventBuilder()
                .name(change.kind().label())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(change.data())
                .build();
    }
}

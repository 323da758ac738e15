package org.netzero.datacenter.interval;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.telemetry.ReadingCounts;
import org.netzero.datacenter.telemetry.TelemetryLag;
import org.netzero.platform.identity.Role;

@Path("/api/datacenters/telemetry/status")
@RunOnVirtualThread
class TelemetryStatusResource {

    private final TelemetryLag lag;
    private final Intervals intervals;
    private final ReadingCounts counts;

    TelemetryStatusResource(TelemetryLag lag, Intervals intervals, ReadingCounts counts) {
        this.lag = lag;
        this.intervals = intervals;
        this.counts = counts;
    }

    /// @param lag as it was within the last second
    /// @param lastReading when readings were taken last; null when none were since the start
    /// @param sinceStart readings of this instance
    /// @param perSecond the same over the last minute; null in the first seconds
    record StatusView(
            TelemetryLag.Lags lag,
            @Nullable Instant lastReading,
            ReadingCounts.Totals sinceStart,
            ReadingCounts.@Nullable Rates perSecond) {}

    /// How far hours are behind readings, and how many readings there are.
    @GET
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public StatusView status() {
        return new StatusView(
                lag.lags(intervals::positions),
                counts.lastTaken().orElse(null),
                counts.totals(),
                counts.perSecond().orElse(null));
    }
}

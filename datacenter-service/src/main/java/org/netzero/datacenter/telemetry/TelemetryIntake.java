package org.netzero.datacenter.telemetry;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Function;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.messaging.DatabaseFailure;

/// Takes bodies of readings, whichever protocol they keep to: as many at once as memory has room
/// for, and each only when what it brings is durable.
@ApplicationScoped
class TelemetryIntake {

    private final SeriesIndexes indexes;
    private final SecurityIdentity caller;
    private final ReadingLog log;
    private final Clock clock;
    private final ReadingCounts counts;
    private final BytesInFlight inFlight = BytesInFlight.ofHeap(Runtime.getRuntime().maxMemory());

    TelemetryIntake(
            SeriesIndexes indexes,
            SecurityIdentity caller,
            ReadingLog log,
            Clock clock,
            ReadingCounts counts) {
        this.indexes = indexes;
        this.caller = caller;
        this.log = log;
        this.clock = clock;
        this.counts = counts;
    }

    /// Reads a body by the rules of its protocol.
    @FunctionalInterface
    interface Reading {
        /// @param index finds the points of its series
        /// @param rules what its readings keep to
        TakenReadings of(SeriesIndex index, ReadingRules rules);
    }

    /// Takes a body of whoever is asking.
    ///
    /// @param body is given what the body takes of memory
    /// @return what was taken, which is durable now, and what was refused
    /// @throws ReadingsNotStored when there is no room for it, or not all that was taken is known
    ///   to be durable
    TakenReadings take(Function<BytesInFlight.Share, Reading> body) {
        try (BytesInFlight.Share share = inFlight.share()) {
            SeriesIndex index = indexes.of(Sender.of(Caller.of(caller)));
            TakenReadings taken = body.apply(share).of(index, new ReadingRules(clock.instant()));
            log.append(taken.pack());
            counts.took(taken.count(), taken.refusals());
            return taken;
        } catch (PersistenceException | QuarkusTransactionException | DatabaseFailure away) {
            throw new ReadingsNotStored(away);
        } catch (UncheckedIOException brokenOff) {
            // a sender that is still there sends it again, and lets go of it where it is refused
            throw new ReadingsNotStored(brokenOff);
        }
    }
}

package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.netzero.datacenter.facility.MeterExchanged;

/// Has hours computed again of which the meter is known otherwise now.
@ApplicationScoped
class MeterChanges {

    private final ReadingLog log;
    private final Replays replays;

    MeterChanges(ReadingLog log, Replays replays) {
        this.log = log;
        this.replays = replays;
    }

    /// @throws ReadingsNotStored when it is not known that they will be: tell it again
    void tell(@Observes MeterExchanged exchanged) {
        log.append(
                PackedReadings.meterChange(
                        exchanged.point(), ReadingRules.epochNanos(exchanged.at())));
        if (exchanged.onwards()) {
            replays.askSince(exchanged.point(), exchanged.at());
        }
    }
}

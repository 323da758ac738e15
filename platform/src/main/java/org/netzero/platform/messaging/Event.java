package org.netzero.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/// A fact, in the past tense, that one service tells the others: a CloudEvents 1.0 envelope around
/// its data.
///
/// @param specversion `1.0`
/// @param id time-ordered (UUIDv7); a consumer that has seen it does nothing
/// @param source the service that says so, `/netzero/energy-service`
/// @param type `org.netzero.<service>.<fact-in-past-tense>.v1`
/// @param subject the business id, which is also the Kafka key: order per id holds
/// @param time when it was said, ISO 8601 UTC
/// @param datacontenttype `application/json`
/// @param data the fact itself, described by the producer's JSON Schema
public record Event<T>(
        String specversion,
        UUID id,
        URI source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        T data) {

    /// A new fact.
    public static <T> Event<T> of(
            String service, String type, String subject, T data, Clock clock) {
        return new Event<>(
                "1.0",
                UuidCreator.getTimeOrderedEpoch(),
                URI.create("/netzero/" + service),
                type,
                subject,
                clock.instant().toString(),
                "application/json",
                data);
    }
}

package org.netzero.datacenter.telemetry;

/// This Kafka has no readings yet: whatever was remembered of another one's positions is void.
public record TelemetryBegins() {}

/// Readings on their way in: checked, made durable in Kafka, turned into hours by Kafka Streams.
@NullMarked
package org.netzero.datacenter.telemetry;

import org.jspecify.annotations.NullMarked;

package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingLogTest {

    @Test
    void row27NothingIsAcknowledgedWhileKafkaIsAway() {
        var log =
                new ReadingLog(
                        Map.of("bootstrap.servers", "127.0.0.1:1"),
                        6,
                        Duration.ofDays(1),
                        Clock.systemUTC());
        var readings = new PackedReadings.Packer(2);
        readings.add(1, 0, 1.5);
        readings.add(2, 0, 2.5);

        assertThatThrownBy(() -> log.append(readings.pack()))
                .isInstanceOf(ReadingsNotStored.class)
                .hasMessageContaining("could not be made durable");
        log.close();
    }
}

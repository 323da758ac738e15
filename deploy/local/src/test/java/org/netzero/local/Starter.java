package org.netzero.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Starts PostgreSQL and Kafka on a folder and then does nothing, until somebody ends this JVM.
final class Starter {

    private Starter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        LocalPostgres postgres = LocalPostgres.start(Given.postgres(folder, 0));
        LocalKafka kafka = LocalKafka.start(Given.kafka(folder));
        StartedProcess.of(postgres.process()).write(folder.resolve("postgres.started"));
        StartedProcess.of(kafka.process()).write(folder.resolve("kafka.started"));
        Pause.of(Duration.ofHours(1));
    }
}

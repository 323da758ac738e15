package org.netzero.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What the tests of this module start from: folders, servers, other JVMs.
final class Given {

    static final String PASSWORD = "secret";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Given() {}

    static Path kafkaHome() {
        return Path.of(System.getProperty("netzero.kafka.home"));
    }

    static LocalPostgres.Settings postgres(Path folder, int port) {
        return new LocalPostgres.Settings(
                folder.resolve("postgres"),
                kafkaHome().resolveSibling("postgres"),
                folder.resolve("postgres.log"),
                port,
                PASSWORD,
                true);
    }

    static LocalKafka.Settings kafka(Path folder) {
        return new LocalKafka.Settings(
                kafkaHome(),
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                0,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /// Another JVM with the class path of this one.
    static Process jvm(Class<?> main, Path log, List<String> arguments) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ChildProcess.java(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dnetzero.kafka.home=" + kafkaHome(),
                                "-cp",
                                classPath,
                                main.getName()));
        command.addAll(arguments);
        return ChildProcess.prepare(command, Map.of(), log).start();
    }

    static void awaitThat(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what);
            }
            Pause.of(Duration.ofMillis(50));
        }
    }
}

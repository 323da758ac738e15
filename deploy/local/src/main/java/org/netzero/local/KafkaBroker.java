package org.netzero.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// Main class of the broker's process: formats the storage where that was never done, then runs
/// Apache Kafka until standard input ends, so that the broker never outlives whoever started it.
///
/// Kafka is called by name: its jars are on this process's class path only, never on the one this
/// class is compiled with.
final class KafkaBroker {

    private KafkaBroker() {}

    /// Starts the broker.
    ///
    /// @param arguments the properties file and the cluster id
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path properties = Path.of(arguments[0]);
        String clusterId = arguments[1];
        format(properties, clusterId);
        Thread.ofPlatform().daemon().name("standard-input").start(KafkaBroker::exitAtEndOfInput);
        Class.forName("kafka.Kafka")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {properties.toString()});
    }

    private static void format(Path properties, String clusterId)
            throws ReflectiveOperationException {
        String[] arguments = {
            "format", "--ignore-formatted", "--config=" + properties, "--cluster-id=" + clusterId
        };
        Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, arguments, System.out);
    }

    private static void exitAtEndOfInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Standard input is gone: " + e.getMessage());
        }
        System.exit(0);
    }
}

package org.netzero.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who may connect to the embedded PostgreSQL (`pg_hba.conf`): every role from this machine, with
/// its password.
final class HostAccess {

    private static final String RULES =
            """
            # Written by the local stack: every role needs its password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private HostAccess() {}

    static boolean isWritten(Path data) throws IOException {
        Path file = data.resolve("pg_hba.conf");
        return Files.exists(file) && Files.readString(file).equals(RULES);
    }

    static void write(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), RULES);
    }
}

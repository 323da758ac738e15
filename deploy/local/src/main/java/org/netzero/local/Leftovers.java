package org.netzero.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/// Processes of a stack whose supervisor is gone without having stopped them.
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /// Stops what the folder's records name and what still is the process that was started; whether
    /// there were records.
    static boolean stop(DataFolder folder) throws IOException {
        Optional<StackRecord> stack = StackRecord.read(folder.stackRecord());
        if (stack.isPresent()) {
            stack.get().parts().parallelStream()
                    .filter(part -> !part.name().equals(Servers.POSTGRES))
                    .forEach(part -> part.process().stop(PATIENCE));
        }
        StartedProcess.read(folder.startCacheMaker()).ifPresent(maker -> maker.stop(PATIENCE));
        LocalKafka.stopLeftOver(folder.kafka());
        LocalPostgres.stopLeftOver(folder.postgres());
        Files.deleteIfExists(folder.startCacheMaker());
        Files.deleteIfExists(folder.stackRecord());
        Files.deleteIfExists(folder.supervisorProcess());
        return stack.isPresent();
    }
}

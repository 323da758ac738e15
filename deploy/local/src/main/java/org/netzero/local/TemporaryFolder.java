package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a program of the stack keeps temporary files: in the stack's own folder, since the
/// machine's may hold those of another user under the same name, and emptied before each start,
/// since a program that was killed leaves its own behind.
final class TemporaryFolder {

    private TemporaryFolder() {}

    /// The option that sends a JVM to the folder, which is empty afterwards.
    static String option(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        return "-Djava.io.tmpdir=" + folder.toAbsolutePath();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

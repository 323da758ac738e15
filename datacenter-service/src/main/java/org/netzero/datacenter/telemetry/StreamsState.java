package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The folder in which Streams keeps its copy of the state that Kafka's changelogs hold.
@ApplicationScoped
class StreamsState {

    private static final Pattern TASK_FOLDER = Pattern.compile("\\d+_\\d+");

    private final Path folder;

    StreamsState(
            @ConfigProperty(name = "kafka-streams.state.dir") Path stateFolder,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
        this.folder = stateFolder.resolve(application);
    }

    /// Deletes what was kept of another Kafka. Readings that it knew would pass for repeats of
    /// themselves, and their hours would never be told.
    void forget() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tasks = Files.list(folder)) {
            for (Path task : tasks.filter(StreamsState::isTask).toList()) {
                delete(task);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot empty " + folder, failed);
        }
    }

    private static boolean isTask(Path path) {
        return TASK_FOLDER.matcher(path.getFileName().toString()).matches();
    }

    private static void delete(Path task) throws IOException {
        try (Stream<Path> files = Files.walk(task)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}

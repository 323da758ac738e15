package org.netzero.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What runs, as written into the data folder, so that it can be looked at and stopped when the
/// supervisor is gone.
///
/// @param gateway the address of the dashboard and the API
record StackRecord(State state, String gateway, List<Part> parts) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    enum State {
        STARTING,
        READY,
        STOPPING
    }

    /// One process.
    ///
    /// @param startedAt ISO 8601
    /// @param healthPath what to ask over HTTP; empty where answering on the port is all there is
    record Part(String name, long pid, String startedAt, int port, String healthPath, String log) {

        StartedProcess process() {
            return new StartedProcess(pid, Instant.parse(startedAt));
        }
    }

    static Optional<StackRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StackRecord.class));
        } catch (JsonProcessingException e) {
            throw new StackException("Cannot read " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, JSON.writeValueAsString(this) + "\n");
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}

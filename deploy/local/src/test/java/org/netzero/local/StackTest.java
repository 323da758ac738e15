package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir Path temporary;

    @Test
    void stopsWhatRunsThoughItCannotBeWrittenDown() throws IOException {
        // Given
        DataFolder folder = new DataFolder(temporary);
        Stack stack = new Stack(folder, "http://localhost:1", new Progress(System.out, false));
        Process sleep = new ProcessBuilder("sleep", "600").start();
        StackPart part =
                new StackPart("sleeper", "", folder.log("sleeper"), () -> new Sleeper(sleep));
        stack.start(part);
        Files.delete(folder.stackRecord());
        Files.createDirectories(folder.stackRecord().resolve("in the way"));
        // When
        stopQuietly(stack);
        // Then
        assertThat(StartedProcess.runs(sleep.toHandle())).isFalse();
    }

    private static void stopQuietly(Stack stack) {
        try {
            stack.stop();
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("stack.json");
        }
    }

    private record Sleeper(Process sleep) implements RunningPart {

        @Override
        public ProcessHandle process() {
            return sleep.toHandle();
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public void close() {
            StartedProcess.of(sleep.toHandle()).stop(Duration.ofSeconds(5));
        }
    }
}

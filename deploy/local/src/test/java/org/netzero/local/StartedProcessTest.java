package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedProcessTest {

    @TempDir Path folder;

    @Test
    void isFoundAgainFromItsFile() throws IOException {
        Path file = folder.resolve("some.pid");
        StartedProcess.of(ProcessHandle.current()).write(file);
        assertThat(StartedProcess.read(file).flatMap(StartedProcess::running))
                .contains(ProcessHandle.current());
    }

    @Test
    void isNotAStrangerThatWasGivenTheSameId() {
        long pid = ProcessHandle.current().pid();
        assertThat(new StartedProcess(pid, Instant.parse("2020-01-01T00:00:00Z")).running())
                .isEmpty();
    }

    @Test
    void leavesAStrangerAlone() throws IOException {
        // Given
        Process stranger = new ProcessBuilder("sleep", "60").start();
        // When
        new StartedProcess(stranger.pid(), Instant.EPOCH).stop(Duration.ofSeconds(1));
        // Then
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void isEndedByForceWhenItDoesNotFollow() throws IOException {
        // Given
        Process deaf =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo; while :; do sleep 1; done")
                        .start();
        deaf.getInputStream().read();
        // When
        StartedProcess.of(deaf.toHandle()).stop(Duration.ofMillis(300));
        // Then
        assertThat(StartedProcess.runs(deaf.toHandle())).isFalse();
    }

    @Test
    void isAbsentWithoutAFile() {
        assertThat(StartedProcess.read(folder.resolve("none.pid"))).isEmpty();
    }

    @Test
    void refusesAFileThatIsNoProcessId() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.pid"), "twelve o'clock");
        assertThatThrownBy(() -> StartedProcess.read(file))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file.toString());
    }
}

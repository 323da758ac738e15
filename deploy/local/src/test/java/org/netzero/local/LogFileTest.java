package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir Path folder;

    private Path path = Path.of("");
    private LogFile log = new LogFile(path);

    @BeforeEach
    void name() {
        path = folder.resolve("some.log");
        log = new LogFile(path);
    }

    @Test
    void movesToTheOlderFileWhatGrewPastTheLimit() throws IOException {
        Files.writeString(path, "eleven chars");
        log.bound(10);
        assertThat(path).isEmptyFile();
        assertThat(log.older()).hasContent("eleven chars");
    }

    @Test
    void keepsWhatIsWithinTheLimit() throws IOException {
        Files.writeString(path, "short");
        log.bound(10);
        assertThat(path).hasContent("short");
        assertThat(log.older()).doesNotExist();
    }

    @Test
    void isWrittenOnFromItsBeginningByAProcessThatAppends() throws Exception {
        // Given
        Process writer =
                ChildProcess.prepare(
                                java.util.List.of("sh", "-c", "echo first; read go; echo second"),
                                java.util.Map.of(),
                                path)
                        .start();
        Given.awaitThat("the first line is there", () -> path.toFile().length() > 0);
        // When
        log.bound(1);
        writer.getOutputStream().write('\n');
        writer.getOutputStream().close();
        writer.waitFor();
        // Then
        assertThat(path).hasContent("second");
    }

    @Test
    void endsWithTheLastLineThatIsNotPartOfAStackTrace() throws IOException {
        Files.writeString(path, "started\nERROR: disk full\n\tat Some.method\n\n");
        assertThat(log.ending()).isEqualTo("\"ERROR: disk full\", see " + path);
    }

    @Test
    void endsWithItsNameAloneWhenNothingWasWritten() {
        assertThat(log.ending()).isEqualTo("see " + path);
    }
}

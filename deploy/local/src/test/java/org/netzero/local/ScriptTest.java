package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the script `netzero` refuses or answers by itself.
class ScriptTest {

    private static final Path SCRIPT = Path.of("../../netzero").toAbsolutePath().normalize();
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 3;

    @TempDir Path folder;

    private record Outcome(int exitCode, String output) {}

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NETZERO_BUILT", "yes");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Outcome outcome = run("help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("up ", "down ", "status ", "logs ", "dead-letters ", "load ", "test ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start",
                "up --prot 9000",
                "up --port",
                "up --port http",
                "up --port 65536",
                "up --data-dir",
                "down now",
                "status --verbose",
                "logs postgresql",
                "dead-letters resend",
                "dead-letters replay --topic",
                "load everything",
                "load --data-dir",
                "test quickly"
            })
    void refusesWhatItDoesNotKnowAndShowsTheUsage(String arguments) throws Exception {
        Outcome outcome = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(MISUSED);
        assertThat(outcome.output()).contains("netzero: ", "Usage: ./netzero");
    }

    @Test
    void saysThatNothingRunsInAnEmptyFolder() throws Exception {
        Outcome down = run("down", "--data-dir", folder.toString());
        Outcome status = run("status", "--data-dir", folder.toString());
        assertThat(down).isEqualTo(new Outcome(0, "Nothing is running in " + folder + "\n"));
        assertThat(status).isEqualTo(new Outcome(NOT_RUNNING, "Not running in " + folder + "\n"));
    }

    @Test
    void refusesToMeasureASuiteThatDoesNotRun() throws Exception {
        Outcome outcome = run("load", "--data-dir", folder.toString(), "read");
        assertThat(outcome)
                .isEqualTo(new Outcome(1, "netzero: nothing is running in " + folder + "\n"));
    }

    @Test
    void refusesToShowALogThatIsNotThere() throws Exception {
        Outcome outcome = run("logs", "energy", "--data-dir", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("energy.log");
    }

    @Test
    void saysWhyTheLastStackEndedByItself() throws Exception {
        Files.writeString(new DataFolder(folder).failure(), "2026-01-01T00:00:00Z Kafka ended\n");
        Outcome status = run("status", "--data-dir", folder.toString());
        assertThat(status.exitCode()).isEqualTo(NOT_RUNNING);
        assertThat(status.output()).contains("Not running", "ended by itself", "Kafka ended");
    }

    @Test
    void refusesADataFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome outcome = run("up", "--data-dir", file.resolve("data").toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("cannot write to " + file.resolve("data"));
    }
}

package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a stack starts and ends.
class SupervisorTest {

    @TempDir Path temporary;

    @SuppressWarnings("NullAway.Init")
    private LocalRun run;

    @BeforeEach
    void build() throws IOException {
        run = new LocalRun(temporary);
    }

    @AfterEach
    void leaveNothingBehind() throws IOException {
        run.down();
    }

    @Test
    void leavesNothingRunningHoweverItEndsAndStartsAgainOnItsFolder() throws Exception {
        // Given
        Process asked = run.upAndReady();
        List<StackRecord.Part> first = run.parts();
        // When
        asked.destroy();
        run.exitCodeOf(asked);
        // Then
        assertThat(first).noneMatch(LocalRun::runs);
        assertThat(run.folder().stackRecord()).doesNotExist();
        // Given
        Process killed = run.upAndReady();
        List<StackRecord.Part> second = run.parts();
        // When
        killed.destroyForcibly().waitFor();
        Process killedToo = run.upAndReady();
        List<StackRecord.Part> third = run.parts();
        // Then
        assertThat(second).noneMatch(LocalRun::runs);
        assertThat(third).allMatch(LocalRun::runs);
        // When
        killedToo.destroyForcibly().waitFor();
        run.down();
        // Then
        assertThat(third).noneMatch(LocalRun::runs);
        assertThat(run.folder().stackRecord()).doesNotExist();
    }

    @Test
    void namesTheServiceThatCannotStartAndStopsTheRest() throws Exception {
        // Given
        new BuiltCheckout(run.checkout()).withFailing(SuiteService.EMISSIONS);
        // When
        int exitCode = run.exitCodeOf(run.up(run.gatewayPort()));
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(run.output())
                .contains(
                        "emissions ended while starting: \"the schema is not what it should be\"",
                        run.folder().log("emissions").path().toString());
        assertThat(run.folder().postgres().resolve("postmaster.pid")).doesNotExist();
        assertThat(run.folder().stackRecord()).doesNotExist();
    }

    @Test
    void givesUpOnAServiceThatEndsAgainAndAgainAndKeepsTheReason() throws Exception {
        // Given
        Process supervisor = run.upAndReady();
        List<StackRecord.Part> parts = run.parts();
        new BuiltCheckout(run.checkout()).withFailing(SuiteService.EMISSIONS);
        // When
        run.part("emissions").process().running().orElseThrow().destroyForcibly();
        int exitCode = run.exitCodeOf(supervisor);
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(run.output())
                .contains(
                        "emissions ended 6 times within ten minutes: \"the schema is not what it should be\"",
                        run.folder().log("emissions").path().toString());
        assertThat(Files.readString(run.folder().failure())).contains("emissions ended 6 times");
        assertThat(parts).noneMatch(LocalRun::runs);
    }

    @Test
    void refusesADiskThatIsNearlyFullAndSaysHowMuchItNeeds() throws Exception {
        SmallDisk.mounted(
                run.folder().root(),
                () -> {
                    int exitCode = run.exitCodeOf(run.up(run.gatewayPort()));
                    assertThat(exitCode).isEqualTo(1);
                    assertThat(run.output())
                            .containsPattern("Only \\d+ MB are left on the disk of")
                            .contains("1024 MB are needed", "--data-dir");
                    assertThat(run.folder().postgres()).doesNotExist();
                });
    }

    @Test
    void refusesAGatewayPortThatIsTakenAndSaysWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
            int exitCode = run.exitCodeOf(run.up(taken.getLocalPort()));
            assertThat(exitCode).isEqualTo(1);
            assertThat(run.output())
                    .contains("Port " + taken.getLocalPort() + " is in use", "--port");
        }
    }

    @Test
    void refusesACheckoutThatIsNotBuilt() throws Exception {
        Files.delete(SuiteService.GATEWAY.jar(run.checkout()));
        int exitCode = run.exitCodeOf(run.up(run.gatewayPort()));
        assertThat(exitCode).isEqualTo(1);
        assertThat(run.output()).contains("gateway is not built");
    }
}

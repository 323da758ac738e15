package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The suite needs no privileges. Run by root, this steps down to the user `nobody` on a copy of
/// what the build made, since that user may not read the checkout; run by anybody else, it stays
/// who it is.
class OrdinaryUserIT {

    private static final int ROOT_USER = 0;
    private static final int NOBODY = 65_534;

    /// All of the checkout that a built suite needs.
    private static final List<String> BUILT =
            List.of(
                    "netzero",
                    "deploy/data/report-2021",
                    "deploy/local/target/netzero-local.jar",
                    "deploy/local/target/lib",
                    "deploy/local/target/kafka",
                    "energy-service/target/quarkus-app",
                    "emissions-service/target/quarkus-app",
                    "datacenter-service/target/quarkus-app",
                    "gateway/target/quarkus-app");

    @TempDir Path folder;

    private int user;

    @SuppressWarnings("NullAway.Init")
    private Suite suite;

    @BeforeEach
    void startAsOrdinaryUser() throws Exception {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Path data = folder.resolve("data");
        for (String part : BUILT) {
            copy(Path.of(System.getProperty("netzero.root")).resolve(part), checkout.resolve(part));
        }
        int self = userOf(folder);
        user = self == ROOT_USER ? NOBODY : self;
        List<String> as = List.of();
        if (self == ROOT_USER) {
            run("chown", "-R", user + ":" + user, folder.toString());
            as =
                    List.of(
                            "setpriv",
                            "--reuid=" + user,
                            "--regid=" + user,
                            "--clear-groups",
                            "--no-new-privs",
                            "env",
                            "HOME=" + folder);
        }
        PublishedSuite.end();
        suite = Suite.start(new Suite.Installation(checkout, as), data);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void startsAndStopsWithoutPrivilegesAndLeavesNothingBehind() throws Exception {
        // Given
        List<ProcessHandle> processes = suite.processes();
        var api = new Api(suite.address(), suite.adminKey());

        // Then
        assertThat(processes).hasSize(6).allMatch(process -> userOf(procOf(process)) == user);
        assertThat(api.get("/api/health").status()).isEqualTo(200);
        assertThat(api.get("/api/emissions/inventory?period=2021").status()).isEqualTo(200);
        try (Stream<Path> files = Files.walk(suite.data())) {
            assertThat(files).allMatch(file -> userOf(file) == user);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(suite.data())))
                .isEqualTo("rwx------");

        // When
        suite.down();

        // Then
        assertThat(processes).noneMatch(OrdinaryUserIT::isAtWork);
        assertThat(stillAtWork(folder)).isEmpty();
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to.getParent());
        run("cp", "--recursive", "--dereference", from.toString(), to.toString());
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }

    private static Path procOf(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private static int userOf(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Processes that were started with something in the folder.
    private static List<String> stillAtWork(Path folder) {
        var found = new ArrayList<String>();
        ProcessHandle.allProcesses()
                .forEach(process -> {
                    String command = commandOf(process);
                    if (command.contains(folder.toString())) {
                        found.add(command);
                    }
                });
        return found;
    }

    /// A process that ended is listed, without its command, until its parent has asked for it.
    private static boolean isAtWork(ProcessHandle process) {
        return !commandOf(process).isEmpty();
    }

    private static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(
                    procOf(process).resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}

package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Starts the stack, keeps it running and stops it.
///
/// A part that ends unexpectedly is started again on its port, as often as [Restarts] allows. While
/// starting, the first part that ends stops everything: what cannot start the first time has a
/// reason the user should hear at once.
final class Supervisor {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration BOUND_LOGS_EVERY = Duration.ofSeconds(10);
    private static final long NEARLY_FULL_MEGABYTES = 64;

    private final UpOptions options;
    private final DataFolder folder;
    private final Progress progress;
    private final Loader loader;
    private final String gateway;
    private final Stack stack;
    private final StartCaches caches;
    private final Health health = new Health();

    Supervisor(UpOptions options, Progress progress, Loader loader) {
        this.options = options;
        this.folder = new DataFolder(options.dataFolder());
        this.progress = progress;
        this.loader = loader;
        this.gateway = "http://localhost:" + options.gatewayPort();
        this.stack = new Stack(folder, gateway, progress);
        this.caches = new StartCaches(folder, progress);
    }

    /// Runs until it is told to stop; the exit code of the command.
    int run(Map<String, String> environment) throws IOException {
        folder.create();
        Optional<FileLock> lock = folder.lock();
        if (lock.isEmpty()) {
            return alreadyRunning();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            Leftovers.stop(folder);
            Files.deleteIfExists(folder.failure());
            folder.requireSpace();
            StartedProcess.of(ProcessHandle.current()).write(folder.supervisorProcess());
            start(environment);
            watch();
            return 0;
        } catch (StackException | IOException | UncheckedIOException e) {
            return failed(e);
        } finally {
            stop();
            lock.get().release();
        }
    }

    private void stop() {
        caches.stop();
        stack.stop();
    }

    private int alreadyRunning() throws IOException {
        String address =
                StackRecord.read(folder.stackRecord()).map(StackRecord::gateway).orElse("");
        progress.say("Already running: " + address);
        return 0;
    }

    private int failed(Exception e) throws IOException {
        if (stack.isStopping()) {
            return 0;
        }
        String reason = String.valueOf(e.getMessage());
        progress.problem(reason);
        if (!stack.parts().isEmpty()) {
            sayThatTheDiskIsFull();
        }
        if (stack.isReady()) {
            keepReason(reason);
        }
        return 1;
    }

    /// What really is wrong where programs only say that they could not go on.
    private void sayThatTheDiskIsFull() throws IOException {
        long usable = folder.usableMegabytes();
        if (usable < NEARLY_FULL_MEGABYTES) {
            progress.problem(
                    "Only %d MB are left on the disk of %s".formatted(usable, folder.root()));
        }
    }

    /// For whoever asks later why nothing runs: a detached stack ends where nobody looks.
    private void keepReason(String reason) {
        try {
            Files.writeString(
                    folder.failure(),
                    "%s %s%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), reason));
        } catch (IOException e) {
            progress.problem("The reason is not kept: " + e.getMessage());
        }
    }

    private void start(Map<String, String> environment) throws IOException {
        long start = System.nanoTime();
        progress.say("Starting in " + folder.root());
        requireGatewayPort();
        Services.requireBuilt(options.checkout());
        Secrets secrets = Secrets.in(folder);
        ExternalServers external = ExternalServers.from(environment);
        Path kafkaHome = options.checkout().resolve("deploy/local/target/kafka");
        Servers servers = new Servers(stack, folder, secrets, external, progress);
        Servers.Addresses addresses = servers.start(kafkaHome, caches);
        Services services =
                new Services(options.checkout(), folder, secrets, caches, options.gatewayPort());
        services.start(stack, addresses, progress);
        progress.say(
                "Ready after %d s"
                        .formatted(Duration.ofNanos(System.nanoTime() - start).toSeconds()));
        load(secrets.adminKey());
        progress.fact("Dashboard", gateway + "/");
        progress.fact("Admin key", secrets.adminKey() + "  (" + folder.adminKey() + ")");
        progress.fact("Stop with", "./netzero down");
        // whoever waits for this stops reading then
        stack.ready();
        caches.make();
    }

    /// What could not be loaded is said; the stack itself is fine, and the next start tries again.
    private void load(String adminKey) {
        try {
            loader.load(new Loader.GatewayAccess(URI.create(gateway), adminKey), progress);
        } catch (StackException e) {
            progress.problem(e.getMessage());
        }
    }

    private void requireGatewayPort() {
        int port = options.gatewayPort();
        if (!Ports.isFree(port)) {
            throw new StackException(
                    "Port %d is in use: stop the program that listens there, or choose another with ./netzero up --port N"
                            .formatted(port));
        }
    }

    private void watch() throws IOException {
        Instant logsBounded = Instant.now();
        while (Pause.of(LOOK_EVERY)) {
            for (StackPart part : stack.parts()) {
                if (!part.runs() && !stack.isStopping()) {
                    startAgain(part);
                } else if (part.restarts().count() > 0 && part.isHealthy(health)) {
                    part.restarts().becameHealthy();
                }
            }
            if (logsBounded.plus(BOUND_LOGS_EVERY).isBefore(Instant.now())) {
                for (StackPart part : stack.parts()) {
                    part.log().bound(LogFile.LIMIT_BYTES);
                }
                logsBounded = Instant.now();
            }
        }
    }

    private void startAgain(StackPart part) {
        Optional<Duration> wait = part.restarts().next(Instant.now());
        if (wait.isEmpty()) {
            throw new StackException(
                    "%s ended %d times within ten minutes: %s"
                            .formatted(part.name(), Restarts.LIMIT + 1, part.log().ending()));
        }
        progress.problem(
                "%s ended unexpectedly and is started again in %d s, see %s"
                        .formatted(part.name(), wait.get().toSeconds(), part.log().path()));
        if (Pause.of(wait.get())) {
            restart(part);
        }
    }

    /// A part that cannot be started now has ended once more, and may have its next try.
    private void restart(StackPart part) {
        try {
            stack.restart(part);
        } catch (StackException e) {
            if (stack.isStopping()) {
                throw e;
            }
            progress.problem(e.getMessage());
        }
    }
}

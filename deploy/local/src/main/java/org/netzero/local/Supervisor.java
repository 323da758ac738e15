package org.netzero.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        Leftovers.stop(folder);
        StartedProcess.of(ProcessHandle.current()).write(folder.supervisorProcess());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start(environment);
            watch();
            return 0;
        } catch (StackException e) {
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

    private int failed(StackException e) throws IOException {
        if (stack.isStopping()) {
            return 0;
        }
        progress.problem(e.getMessage());
        long usable = folder.usableMegabytes();
        if (usable < NEARLY_FULL_MEGABYTES) {
            progress.problem(
                    "Only %d MB are left on the disk of %s".formatted(usable, folder.root()));
        }
        return 1;
    }

    private void start(Map<String, String> environment) throws IOException {
        long start = System.nanoTime();
        progress.say("Starting in " + folder.root());
        folder.requireSpace();
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
        stack.ready();
        progress.fact("Dashboard", gateway + "/");
        progress.fact("Admin key", secrets.adminKey() + "  (" + folder.adminKey() + ")");
        progress.fact("Stop with", "./netzero down");
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
            stack.restart(part);
        }
    }
}

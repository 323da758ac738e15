package org.netzero.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// An embedded PostgreSQL on a folder of its own. The data stay when it stops.
///
/// It listens on 127.0.0.1 only and asks every role for its password. It ends with the JVM that
/// started it, however that JVM ends, and an instance left on the folder by a machine that went
/// down is stopped before a new one starts.
public final class LocalPostgres implements RunningPart {

    static final String SUPERUSER = "postgres";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String NOT_STARTED = "could not start server";

    /// The library holds a lock on this file for the life of the JVM, also when the start failed.
    private static final String LIBRARY_LOCK = "epg-lock";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /// Reads until whoever holds the other end is gone, then asks for a fast shutdown.
    private static final String WATCH =
            """
            trap '' HUP INT TERM
            cat > /dev/null
            pid=$(head -n 1 "$1/postmaster.pid" 2> /dev/null) && kill -INT "$pid"
            """;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Process watch;
    private final ProcessHandle postmaster;

    private LocalPostgres(
            Settings settings, EmbeddedPostgres server, Process watch, ProcessHandle postmaster) {
        this.settings = settings;
        this.server = server;
        this.watch = watch;
        this.postmaster = postmaster;
    }

    /// How to run it.
    ///
    /// @param data the folder of the database cluster
    /// @param programs the folder the server's programs are unpacked to, shared between instances
    /// @param log the file the server writes to
    /// @param port 0 takes a free one
    /// @param password of the superuser `postgres`
    /// @param synced whether a commit waits for the disk; only tests can do without
    public record Settings(
            Path data, Path programs, Path log, int port, String password, boolean synced) {

        public Settings {
            port = Ports.freeUnlessGiven(port);
        }

        DatabaseServer server() {
            return new DatabaseServer(
                    "jdbc:postgresql://%s:%d".formatted(Ports.HOST, port), SUPERUSER, password);
        }
    }

    public static LocalPostgres start(Settings settings) {
        Path data = settings.data();
        LogFile log = new LogFile(settings.log());
        requireOtherThanRoot();
        try {
            stopLeftOver(data);
            setAsideUnfinished(data);
            Files.createDirectories(settings.programs());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            return startWatched(settings, log);
        } catch (IOException | SQLException | NoSuchElementException e) {
            throw new StackException(
                    "PostgreSQL does not start on %s: %s".formatted(data, log.ending()), e);
        }
    }

    /// What does not come up leaves nothing behind that a next try would find in its way.
    private static LocalPostgres startWatched(Settings settings, LogFile log)
            throws IOException, SQLException {
        Path data = settings.data();
        Process watch = watch(data);
        try {
            EmbeddedPostgres server = launch(settings, log);
            LocalPostgres postgres =
                    new LocalPostgres(settings, server, watch, postmaster(data).orElseThrow());
            postgres.requirePasswords(data);
            return postgres;
        } catch (IOException | SQLException | NoSuchElementException e) {
            watch.destroyForcibly();
            stopLeftOver(data);
            Files.deleteIfExists(data.resolve(LIBRARY_LOCK));
            throw e;
        }
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it does not.
    private static void requireOtherThanRoot() {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            throw new StackException(
                    "PostgreSQL does not run as root, and this machine does not let it have a user namespace"
                            + " (unshare -U): run as an ordinary user, or name a server of your own in"
                            + " NETZERO_DB_URL");
        }
    }

    /// The library waits for the server even when that has given up, so its log is watched
    /// meanwhile.
    private static EmbeddedPostgres launch(Settings settings, LogFile log) throws IOException {
        long logStart = log.length();
        FutureTask<EmbeddedPostgres> launch = new FutureTask<>(() -> embedded(settings).start());
        Thread launcher = Thread.ofPlatform().daemon().name("postgres-launch").start(launch);
        while (!launch.isDone()) {
            if (log.since(logStart).contains(NOT_STARTED) || !Pause.of(POLL)) {
                launcher.interrupt();
                throw new IOException("The server did not start");
            }
        }
        try {
            return launch.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", e);
        }
    }

    private static EmbeddedPostgres.Builder embedded(Settings settings) {
        String onOrOff = settings.synced() ? "on" : "off";
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(settings.programs().toFile())
                .setPort(settings.port())
                .setPGStartupWait(START_PATIENCE)
                .setConnectConfig("password", settings.password())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", onOrOff)
                .setServerConfig("synchronous_commit", onOrOff)
                .setServerConfig("full_page_writes", onOrOff)
                .setServerConfig("listen_addresses", Ports.HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setErrorRedirector(log)
                .setOutputRedirector(log);
    }

    private static Process watch(Path data) throws IOException {
        return new ProcessBuilder("sh", "-c", WATCH, "watch", data.toAbsolutePath().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// A cluster whose setup was interrupted holds nothing of ours and may be broken: passwords are
    /// the last step of setup.
    private static void setAsideUnfinished(Path data) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION")) && !HostAccess.isWritten(data)) {
            String name = data.getFileName() + ".unfinished-" + Instant.now().getEpochSecond();
            Files.move(data, data.resolveSibling(name));
        }
    }

    private void requirePasswords(Path data) throws IOException, SQLException {
        if (HostAccess.isWritten(data)) {
            return;
        }
        server().setPassword();
        HostAccess.write(data);
        server().reloadConfiguration();
    }

    /// Stops an instance on the folder that outlived whoever started it, and the sessions that
    /// outlived it: a busy one does not notice that the postmaster was killed, and holds memory
    /// that keeps another from starting.
    public static void stopLeftOver(Path data) {
        postmaster(data).ifPresent(LocalPostgres::shutDown);
        List<ProcessHandle> sessions =
                ProcessHandle.allProcesses().filter(process -> isSession(process, data)).toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        sessions.forEach(session -> StartedProcess.endsWithin(session, STOP_PATIENCE));
    }

    private static boolean isSession(ProcessHandle process, Path data) {
        return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent()
                && worksIn(process, data);
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = linesOf(file);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Instant startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return new StartedProcess(Long.parseLong(lines.get(0).strip()), startedAt).running();
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A fast shutdown: ends the sessions and leaves a clean cluster.
    private static void shutDown(ProcessHandle postmaster) {
        signal(postmaster, "INT");
        if (!StartedProcess.endsWithin(postmaster, STOP_PATIENCE)) {
            signal(postmaster, "QUIT");
            StartedProcess.endsWithin(postmaster, STOP_PATIENCE);
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public DatabaseServer server() {
        return settings.server();
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public ProcessHandle process() {
        return postmaster;
    }

    @Override
    public void close() {
        shutDown(postmaster);
        watch.destroyForcibly();
        releaseFolder();
    }

    /// The library would otherwise keep its lock on the folder for the life of this JVM.
    private void releaseFolder() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + settings.data(), e);
        }
    }
}

package org.netzero.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process somebody started, known by its id and its start: ids are given again, so an id alone
/// could name a stranger.
record StartedProcess(long pid, Instant startedAt) {

    /// Start instants are derived from the time of the boot and shift when the clock is set.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(20);

    static StartedProcess of(ProcessHandle handle) {
        return new StartedProcess(
                handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
    }

    static Optional<StartedProcess> read(Path file) {
        try {
            String[] fields = Files.readString(file).strip().split(" ", 2);
            if (fields.length < 2) {
                return Optional.empty();
            }
            return Optional.of(
                    new StartedProcess(Long.parseLong(fields[0]), Instant.parse(fields[1])));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException | DateTimeException e) {
            throw new StackException("Cannot read the process id in " + file, e);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + startedAt + "\n");
    }

    /// The process, when it still runs and is the one that was started.
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(StartedProcess::runs).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(startedAt, start).abs())
                .filter(difference -> difference.compareTo(START_TOLERANCE) <= 0)
                .isPresent();
    }

    /// Whether it still does anything: a process that ended but whose parent has not asked for its
    /// exit code does not.
    static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && !hasEnded(handle.pid());
    }

    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks the process to end, and ends it by force when it has not followed within the patience.
    void stop(Duration patience) {
        running().ifPresent(handle -> stop(handle, patience));
    }

    private static void stop(ProcessHandle handle, Duration patience) {
        handle.destroy();
        if (!endsWithin(handle, patience)) {
            handle.destroyForcibly();
            endsWithin(handle, patience);
        }
    }

    static boolean endsWithin(ProcessHandle handle, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (runs(handle)) {
            if (System.nanoTime() > deadline || !Pause.of(POLL)) {
                return false;
            }
        }
        return true;
    }
}

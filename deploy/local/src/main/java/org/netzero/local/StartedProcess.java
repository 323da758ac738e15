package org.netzero.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process somebody started, known by its id and its start: ids are given again, so an id alone
/// could name a stranger.
record StartedProcess(long pid, Instant startedAt) {

    /// Start instants are read from the kernel's tick count and shift when the clock is set.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(5);

    static StartedProcess of(ProcessHandle handle) {
        return new StartedProcess(
                handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
    }

    static Optional<StartedProcess> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String[] fields = Files.readString(file).strip().split(" ", 2);
            return fields.length < 2
                    ? Optional.empty()
                    : Optional.of(
                            new StartedProcess(
                                    Long.parseLong(fields[0]), Instant.parse(fields[1])));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new StackException("Cannot read the process id in " + file, e);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + startedAt + "\n");
    }

    /// The process, when it still runs and is the one that was started.
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(startedAt, start).abs())
                .filter(difference -> difference.compareTo(START_TOLERANCE) <= 0)
                .isPresent();
    }

    /// Asks the process to end, and ends it by force when it has not followed within the patience.
    void stop(Duration patience) {
        Optional<ProcessHandle> handle = running();
        if (handle.isEmpty()) {
            return;
        }
        handle.get().destroy();
        if (!endsWithin(handle.get(), patience)) {
            handle.get().destroyForcibly();
            endsWithin(handle.get(), patience);
        }
    }

    static boolean endsWithin(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + handle.pid(), e);
        }
    }
}

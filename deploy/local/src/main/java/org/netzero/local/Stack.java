package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The processes that were started, in order, written down after every change.
///
/// Starting and stopping exclude each other: no process can slip in while the stack goes down.
final class Stack {

    private final DataFolder folder;
    private final String gateway;
    private final Progress progress;
    private final List<StackPart> parts = new CopyOnWriteArrayList<>();
    private final ReadWriteLock starts = new ReentrantReadWriteLock();
    private volatile StackRecord.State state = StackRecord.State.STARTING;

    Stack(DataFolder folder, String gateway, Progress progress) {
        this.folder = folder;
        this.gateway = gateway;
        this.progress = progress;
    }

    List<StackPart> parts() {
        return parts;
    }

    boolean isReady() {
        return state == StackRecord.State.READY;
    }

    boolean isStopping() {
        return state == StackRecord.State.STOPPING;
    }

    void start(StackPart part) {
        starts.readLock().lock();
        try {
            if (isStopping()) {
                throw new StackException(part.name() + " is not started: the stack is stopping");
            }
            part.start();
            if (!parts.contains(part)) {
                parts.add(part);
            }
            writeDown();
        } finally {
            starts.readLock().unlock();
        }
    }

    void restart(StackPart part) {
        part.stop();
        start(part);
    }

    void ready() {
        state = StackRecord.State.READY;
        writeDown();
    }

    /// Stops everything: the services at once, then the servers they stand on, what was started
    /// last first. Does nothing the second time.
    void stop() {
        starts.writeLock().lock();
        try {
            if (isStopping()) {
                return;
            }
            state = StackRecord.State.STOPPING;
            if (!parts.isEmpty()) {
                progress.say("Stopping");
                tellThatItStops();
            }
            stopAtOnce(parts.stream().filter(StackPart::isService).toList());
            parts.reversed().stream().filter(part -> !part.isService()).forEach(this::stop);
            Files.deleteIfExists(folder.stackRecord());
            Files.deleteIfExists(folder.supervisorProcess());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            starts.writeLock().unlock();
        }
    }

    /// On a full disk nothing can be written, and everything must be stopped all the same.
    private void tellThatItStops() {
        try {
            writeDown();
        } catch (UncheckedIOException e) {
            progress.problem(String.valueOf(e.getMessage()));
        }
    }

    private void stopAtOnce(List<StackPart> services) {
        try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> stopping.execute(() -> stop(service)));
        }
    }

    private void stop(StackPart part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            progress.problem("%s did not stop cleanly: %s".formatted(part.name(), e.getMessage()));
        }
    }

    private synchronized void writeDown() {
        List<StackRecord.Part> records =
                parts.stream().map(StackPart::record).flatMap(Optional::stream).toList();
        try {
            new StackRecord(state, gateway, records).write(folder.stackRecord());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.netzero.local;

import java.util.Optional;
import java.util.function.Supplier;

/// A place in the stack, whose process may be started more than once.
final class StackPart {

    private final String name;
    private final String healthPath;
    private final LogFile log;
    private final Supplier<RunningPart> starter;
    private final Restarts restarts = new Restarts();
    private volatile Optional<RunningPart> running = Optional.empty();

    StackPart(String name, String healthPath, LogFile log, Supplier<RunningPart> starter) {
        this.name = name;
        this.healthPath = healthPath;
        this.log = log;
        this.starter = starter;
    }

    void start() {
        running = Optional.of(starter.get());
    }

    void stop() {
        running.ifPresent(RunningPart::close);
        running = Optional.empty();
    }

    boolean runs() {
        return running.map(RunningPart::process).filter(StartedProcess::runs).isPresent();
    }

    boolean isHealthy(Health health) {
        return running.filter(part -> health.of(part.port(), healthPath)).isPresent();
    }

    Optional<StackRecord.Part> record() {
        return running.map(part -> {
            StartedProcess process = StartedProcess.of(part.process());
            return new StackRecord.Part(
                    name,
                    process.pid(),
                    process.startedAt().toString(),
                    part.port(),
                    healthPath,
                    log.path().toString());
        });
    }

    String name() {
        return name;
    }

    /// Whether it stands on the servers: those have no path to ask for their health.
    boolean isService() {
        return !healthPath.isEmpty();
    }

    LogFile log() {
        return log;
    }

    Restarts restarts() {
        return restarts;
    }
}

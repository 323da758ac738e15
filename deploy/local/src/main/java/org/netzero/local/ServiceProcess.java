package org.netzero.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A service of the suite in a JVM of its own.
final class ServiceProcess implements RunningPart {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// How to run it.
    ///
    /// @param environment its configuration, as the service names it
    /// @param temporary the folder of its temporary files, which is emptied
    record Settings(
            Path jar,
            List<String> jvmOptions,
            Map<String, String> environment,
            int port,
            Path log,
            Path temporary) {}

    /// Returns as soon as the process runs; whether it is healthy is another question.
    static ServiceProcess start(Settings settings) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(settings.jvmOptions());
        try {
            command.add(TemporaryFolder.option(settings.temporary()));
            command.addAll(List.of("-jar", settings.jar().toString()));
            Process process =
                    ChildProcess.prepare(command, settings.environment(), settings.log()).start();
            process.getOutputStream().close();
            return new ServiceProcess(process, settings.port());
        } catch (IOException e) {
            throw new StackException("Cannot start " + settings.jar(), e);
        }
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        StartedProcess.of(process.toHandle()).stop(STOP_PATIENCE);
    }
}

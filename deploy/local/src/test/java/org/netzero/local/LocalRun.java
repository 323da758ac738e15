package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A stack of stand-ins started as the script starts the real one: by a supervisor in a JVM of its
/// own. Stand-ins know nothing of data sets, so none is loaded.
final class LocalRun {

    private static final int PATIENCE_SECONDS = 240;

    private final Path checkout;
    private final Path output;
    private final DataFolder folder;
    private final int gatewayPort = Ports.free();

    LocalRun(Path temporary) throws IOException {
        this.checkout = BuiltCheckout.in(temporary.resolve("checkout")).root();
        this.output = temporary.resolve("up.log");
        this.folder = new DataFolder(temporary.resolve("data"));
    }

    DataFolder folder() {
        return folder;
    }

    Path checkout() {
        return checkout;
    }

    int gatewayPort() {
        return gatewayPort;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    Process up(int port) throws IOException {
        return Given.jvm(
                Main.class,
                output,
                List.of(
                        "up",
                        "--empty",
                        "--checkout",
                        checkout.toString(),
                        "--data-dir",
                        folder.root().toString(),
                        "--port",
                        Integer.toString(port)));
    }

    Process upAndReady() throws IOException {
        Process supervisor = up(gatewayPort);
        Given.awaitThat(
                "the stack is ready",
                () -> {
                    if (!supervisor.isAlive()) {
                        throw new AssertionError("The supervisor ended, see " + output);
                    }
                    return isSupervisedBy(supervisor)
                            && stack().filter(LocalRun::isReady).isPresent();
                });
        return supervisor;
    }

    /// The record of a stack whose supervisor was killed says that it is ready, too.
    private boolean isSupervisedBy(Process supervisor) {
        return StartedProcess.read(folder.supervisorProcess())
                .filter(recorded -> recorded.pid() == supervisor.pid())
                .isPresent();
    }

    private static boolean isReady(StackRecord stack) {
        return stack.state() == StackRecord.State.READY;
    }

    int exitCodeOf(Process supervisor) throws InterruptedException {
        if (!supervisor.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The supervisor does not end, see " + output);
        }
        return supervisor.exitValue();
    }

    int down() throws IOException {
        return new Down(folder, new Progress(System.out, false)).run();
    }

    List<StackRecord.Part> parts() {
        return stack().orElseThrow().parts();
    }

    StackRecord.Part part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }

    private Optional<StackRecord> stack() {
        try {
            return StackRecord.read(folder.stackRecord());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean runs(StackRecord.Part part) {
        return part.process().running().isPresent();
    }
}

package org.netzero.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Stops a stack from outside: through its supervisor, or in its place when that is gone.
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DataFolder folder;
    private final Progress progress;

    Down(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    int run() throws IOException {
        Optional<StartedProcess> supervisor = StartedProcess.read(folder.supervisorProcess());
        supervisor.ifPresent(process -> process.stop(PATIENCE));
        boolean leftovers = Leftovers.stop(folder);
        boolean found = supervisor.isPresent() || leftovers;
        progress.say(found ? "Stopped" : "Nothing is running in " + folder.root());
        return 0;
    }
}

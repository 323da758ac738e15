package org.netzero.local;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// Shows every part of a stack with its process, its port and whether it can do its work.
final class Status {

    private static final int ALL_IS_WELL = 0;
    private static final int SOMETHING_IS_WRONG = 1;
    private static final int NOT_RUNNING = 3;
    private static final String LINE = "  %-11s %8s %6s  %s";

    private final DataFolder folder;
    private final Progress progress;

    Status(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    int run() throws IOException {
        Optional<StackRecord> stack = StackRecord.read(folder.stackRecord());
        if (stack.isEmpty()) {
            progress.say("Not running in " + folder.root());
            return NOT_RUNNING;
        }
        boolean supervised =
                StartedProcess.read(folder.supervisorProcess())
                        .flatMap(StartedProcess::running)
                        .isPresent();
        progress.say(
                "%s in %s, %s".formatted(stack.get().gateway(), folder.root(), state(stack.get())));
        progress.say(LINE.formatted("part", "pid", "port", "health"));
        boolean well = supervised;
        Health health = new Health();
        for (StackRecord.Part part : stack.get().parts()) {
            String state = state(part, health);
            well &= state.equals("up");
            progress.say(LINE.formatted(part.name(), part.pid(), part.port(), state));
        }
        if (!supervised) {
            progress.problem("The supervisor is gone: ./netzero down stops what is left");
        }
        return well ? ALL_IS_WELL : SOMETHING_IS_WRONG;
    }

    private static String state(StackRecord stack) {
        return stack.state().name().toLowerCase(Locale.ROOT);
    }

    private static String state(StackRecord.Part part, Health health) {
        if (part.process().running().isEmpty()) {
            return "gone, see " + part.log();
        }
        return health.of(part.port(), part.healthPath()) ? "up" : "not ready, see " + part.log();
    }
}

package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What the script `netzero` runs: `up`, `down`, `status` and `dead-letters`. The script has
/// checked the options.
final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /// Runs one command.
    ///
    /// @param arguments the command, then its options; all but `up` begin them with the data folder
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        Progress progress = Progress.onStandardOutput();
        int exitCode;
        try {
            exitCode = run(all.getFirst(), all.subList(1, all.size()), progress);
        } catch (StackException | IOException | UncheckedIOException e) {
            progress.problem(String.valueOf(e.getMessage()));
            exitCode = FAILED;
        }
        System.exit(exitCode);
    }

    private static int run(String command, List<String> rest, Progress progress)
            throws IOException {
        return switch (command) {
            case "up" -> up(UpOptions.parse(rest), progress);
            case "down" -> new Down(folder(rest), progress).run();
            case "status" -> new Status(folder(rest), progress).run();
            case "dead-letters" ->
                    new DeadLettersCommand(
                                    new DataFolder(Path.of(rest.getFirst())),
                                    System.getenv(),
                                    progress)
                            .run(DeadLettersOptions.parse(rest.subList(1, rest.size())));
            default -> throw new StackException("Unknown command " + command);
        };
    }

    private static int up(UpOptions options, Progress progress) throws IOException {
        Loader loader =
                options.empty()
                        ? Loader.NOTHING
                        : new PublishedData(options.checkout().resolve("deploy/data/report-2021"));
        return new Supervisor(options, progress, loader).run(System.getenv());
    }

    private static DataFolder folder(List<String> rest) {
        if (rest.size() != 1) {
            throw new StackException("Exactly one data folder is needed, not " + rest);
        }
        return new DataFolder(Path.of(rest.getFirst()));
    }
}

package org.netzero.platform.input;

import java.util.Optional;
import org.netzero.platform.problem.InvalidInput;

/// The parameter `dryRun` of requests that can be tried out.
public final class DryRun {

    private DryRun() {}

    /// Whether to answer what would be done and store nothing; not so when nothing is stated.
    ///
    /// @throws InvalidInput when it is neither `true` nor `false`
    public static boolean isAsked(Optional<String> stated) {
        return switch (stated.orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new InvalidInput(
                            "dryRun",
                            "UNKNOWN_VALUE",
                            "'%s' is neither true nor false".formatted(stated.orElseThrow()));
        };
    }
}

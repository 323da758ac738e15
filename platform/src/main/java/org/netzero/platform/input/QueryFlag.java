package org.netzero.platform.input;

import java.util.Optional;
import org.netzero.platform.problem.InvalidInput;

/// A parameter of a query that is `true` or `false`, and nothing else.
public final class QueryFlag {

    private QueryFlag() {}

    /// Whether it is set; not so when nothing is stated.
    ///
    /// @param parameter its name
    /// @throws InvalidInput when it is neither `true` nor `false`
    public static boolean isSet(String parameter, Optional<String> stated) {
        return switch (stated.orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new InvalidInput(
                            parameter,
                            "UNKNOWN_VALUE",
                            "'%s' is neither true nor false".formatted(stated.orElseThrow()));
        };
    }
}

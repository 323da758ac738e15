package org.netzero.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Programs of other makers that a journey goes with.
final class Programs {

    private static final System.Logger LOG = System.getLogger(Programs.class.getName());

    private Programs() {}

    /// Where a program lies. Without it a journey is skipped with a word about what to install; in
    /// continuous integration it fails.
    ///
    /// @param untried what is not tried out without the program
    /// @param packages of Debian that contain it
    static Path find(String name, String untried, String packages) {
        Optional<Path> found =
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isEmpty()) {
            String missing =
                    "%s is not tried out: no %s on the PATH (Debian: apt-get install %s)"
                            .formatted(untried, name, packages);
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing);
            }
            LOG.log(System.Logger.Level.WARNING, missing);
            Assumptions.abort(missing);
        }
        return found.orElseThrow();
    }
}

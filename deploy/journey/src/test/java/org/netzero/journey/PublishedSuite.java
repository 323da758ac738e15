package org.netzero.journey;

import java.nio.file.Path;
import java.util.Optional;

/// The suite with the published 2021 data, started once for all journeys that leave that year as it
/// is.
///
/// One suite runs at a time: whoever starts another one ends this one, and so does the end of the
/// test run. The system property `netzero.running` names the data folder of a suite that is up
/// already and is left running; for whoever works on a page and does not want to start one each
/// time.
final class PublishedSuite {

    private static final Optional<Path> GIVEN =
            Optional.ofNullable(System.getProperty("netzero.running")).map(Path::of);

    private static Optional<Suite> running = Optional.empty();
    private static boolean over;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PublishedSuite::over, "suite-down"));
    }

    private PublishedSuite() {}

    static synchronized Suite running() {
        if (over) {
            throw new IllegalStateException("The test run is ending");
        }
        if (running.isEmpty()) {
            running = Optional.of(GIVEN.map(Suite::running).orElseGet(PublishedSuite::start));
        }
        return running.get();
    }

    private static Suite start() {
        return Suite.start("published");
    }

    /// A test that goes on while the run ends starts no suite that nobody would end.
    private static synchronized void over() {
        over = true;
        end();
    }

    static synchronized void end() {
        if (GIVEN.isEmpty()) {
            running.ifPresent(Suite::close);
        }
        running = Optional.empty();
    }
}

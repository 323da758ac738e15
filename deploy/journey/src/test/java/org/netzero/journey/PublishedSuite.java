package org.netzero.journey;

import java.util.Optional;

/// The suite with the published 2021 data, started once for all journeys that leave that year as it
/// is.
///
/// One suite runs at a time: whoever starts another one ends this one, and so does the end of the
/// test run.
final class PublishedSuite {

    private static Optional<Suite> running = Optional.empty();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PublishedSuite::end, "suite-down"));
    }

    private PublishedSuite() {}

    static synchronized Suite running() {
        if (running.isEmpty()) {
            running = Optional.of(Suite.start("published"));
        }
        return running.get();
    }

    static synchronized void end() {
        running.ifPresent(Suite::close);
        running = Optional.empty();
    }
}

package org.netzero.local;

import java.time.Duration;

/// Waiting between two looks at something.
final class Pause {

    private Pause() {}

    /// Whether the whole time was waited; an interrupt ends it early and stays set.
    static boolean of(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

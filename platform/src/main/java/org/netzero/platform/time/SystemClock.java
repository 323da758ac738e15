package org.netzero.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The one place that reads the machine's time; everything else is handed a [Clock].
@Singleton
final class SystemClock {

    @Produces
    @Singleton
    static Clock utc() {
        return Clock.systemUTC();
    }
}

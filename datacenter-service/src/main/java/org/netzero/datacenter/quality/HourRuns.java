package org.netzero.datacenter.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Neighbouring hours.
final class HourRuns {

    static final Duration HOUR = Duration.ofHours(1);

    private HourRuns() {}

    /// Hours next to each other together.
    ///
    /// @param hours in their order
    static <T> List<List<T>> of(List<T> hours, Function<T, Instant> start) {
        var runs = new ArrayList<List<T>>();
        for (T hour : hours) {
            boolean goesOn =
                    !runs.isEmpty()
                            && start.apply(runs.getLast().getLast())
                                    .plus(HOUR)
                                    .equals(start.apply(hour));
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(hour);
        }
        return runs;
    }

    /// How long a run is, in words.
    static String length(List<?> run) {
        return run.size() == 1 ? "1 hour" : run.size() + " hours";
    }
}

package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// Points of this instance whose readings were read and whose hours are not told yet, as the tasks
/// of Kafka Streams saw them last: a fifth of a second ago, or longer where one of them is busy.
@ApplicationScoped
class UntoldPoints {

    private final Map<Integer, Lanes> tasks = new ConcurrentHashMap<>();

    /// Points that wait.
    ///
    /// @param points of which something changed since they were told and that was committed
    /// @param since when the first of these changes arrived, in milliseconds since 1970; empty
    ///   where nothing waits, and where that is not known, as it waited before the task began
    record Waits(int points, OptionalLong since) {

        static final Waits NOTHING = new Waits(0, OptionalLong.empty());

        /// Both together.
        Waits and(Waits other) {
            if (points == 0 || other.points == 0) {
                return points == 0 ? other : this;
            }
            return new Waits(
                    points + other.points,
                    since.isEmpty() || other.since.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(
                                    Math.min(since.getAsLong(), other.since.getAsLong())));
        }
    }

    /// What waits in a task.
    ///
    /// @param fresh by fresh readings
    /// @param history by those of long ago, and what is asked for again
    record Lanes(Waits fresh, Waits history) {

        static final Lanes NOTHING = new Lanes(Waits.NOTHING, Waits.NOTHING);

        /// Both together.
        Lanes and(Lanes other) {
            return new Lanes(fresh.and(other.fresh), history.and(other.history));
        }
    }

    void put(int partition, Lanes waiting) {
        tasks.put(partition, waiting);
    }

    /// The task goes on elsewhere, if at all.
    void end(int partition) {
        tasks.remove(partition);
    }

    Lanes all() {
        return tasks.values().stream().reduce(Lanes.NOTHING, Lanes::and);
    }
}

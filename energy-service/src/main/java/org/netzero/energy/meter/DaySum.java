package org.netzero.energy.meter;

import org.netzero.energy.balance.Series;

/// What a batch adds to a meter's local day. A correction may take something away.
///
/// @param day counted from 1970
record DaySum(
        int meter,
        Series series,
        int day,
        long joules,
        long estimatedJoules,
        int minutes,
        int intervals) {

    static DaySum of(DatedInterval interval) {
        return new DaySum(
                interval.meter().number(),
                interval.meter().series(),
                interval.day(),
                interval.joules(),
                interval.isEstimated() ? interval.joules() : 0,
                interval.minutes(),
                1);
    }

    /// The difference that a correction makes.
    static DaySum of(DatedInterval correction, Timeline.Known before) {
        long estimatedBefore = before.quality() == ReadingQuality.ESTIMATED ? before.joules() : 0;
        return new DaySum(
                correction.meter().number(),
                correction.meter().series(),
                correction.day(),
                correction.joules() - before.joules(),
                (correction.isEstimated() ? correction.joules() : 0) - estimatedBefore,
                0,
                0);
    }

    boolean isOfSameDay(DaySum other) {
        return meter == other.meter && day == other.day;
    }

    DaySum plus(DaySum other) {
        return new DaySum(
                meter,
                series,
                day,
                joules + other.joules,
                estimatedJoules + other.estimatedJoules,
                minutes + other.minutes,
                intervals + other.intervals);
    }
}

package org.netzero.energy.meter;

/// What one meter measured in each hour of a stretch of time.
///
/// @param joules energy of each hour; one that lies in two of them is shared by minutes
/// @param minutes how much of each hour they measured
/// @param expectedFrom the first hour that begins while the meter is in service
/// @param expectedTo the hour after the last one
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
public record MeterHours(
        Meter meter, long[] joules, byte[] minutes, int expectedFrom, int expectedTo) {

    private static final int WHOLE = 60;

    public boolean isExpected(int hour) {
        return hour >= expectedFrom && hour < expectedTo;
    }

    public boolean isWhole(int hour) {
        return minutes[hour] == WHOLE;
    }
}

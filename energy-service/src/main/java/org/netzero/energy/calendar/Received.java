package org.netzero.energy.calendar;

import java.util.List;
import org.netzero.energy.consumption.RecordGroup;
import org.netzero.energy.consumption.RecordSum;

/// What was recorded of a line.
///
/// @param groups when it came, with what was superseded
/// @param sums by the days it tells of; of lines that estimates stand in for
record Received(List<RecordGroup> groups, List<RecordSum> sums) {

    /// Where nobody asks for it.
    static final Received NOT_ASKED = new Received(List.of(), List.of());

    Received {
        groups = List.copyOf(groups);
        sums = List.copyOf(sums);
    }
}

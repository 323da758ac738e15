package org.netzero.datacenter.metering;

import java.util.EnumSet;
import java.util.Set;

/// What a reader of an hour's amount should know of it.
public enum HourFlag {
    /// A part of the hour lies in a gap between readings, whose amount was spread over it by time.
    ESTIMATED,
    /// A counter started anew near 0: the difference is the new value.
    COUNTER_RESET,
    /// A counter passed its declared maximum.
    ROLLOVER,
    /// A counter fell, but not to near 0: the step is left out, since no rule says what it was.
    COUNTER_FELL,
    /// The last reading of a counter fell: it waits for the next one, which tells a reset from a dropout.
    HELD,
    /// A step above what is physically possible, or of the wrong sign, is left out.
    QUARANTINED,
    /// Another value arrived for a time that had one: the first is kept.
    REVISED;

    /// The flags as bits, for packed records.
    public static int toBits(Set<HourFlag> flags) {
        return flags.stream().mapToInt(flag -> 1 << flag.ordinal()).sum();
    }

    /// The flags that [#toBits(Set)] packed.
    public static Set<HourFlag> ofBits(int bits) {
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        for (HourFlag flag : values()) {
            if ((bits & 1 << flag.ordinal()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}

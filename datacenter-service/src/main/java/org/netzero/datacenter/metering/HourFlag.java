package org.netzero.datacenter.metering;

import java.util.EnumSet;
import java.util.Set;

/// What a reader of an hour's amount should know of it.
public enum HourFlag {
    /// A part of the hour lies in a gap between readings, whose amount was spread over it by time.
    ESTIMATED(0),
    /// A counter started anew near 0: the difference is the new value.
    COUNTER_RESET(1),
    /// A counter passed its declared maximum.
    ROLLOVER(2),
    /// A counter fell, but not to near 0: the step is left out, since no rule says what it was.
    COUNTER_FELL(3),
    /// The last reading of a counter fell: it waits for the next one, which tells a reset from a
    /// dropout.
    HELD(4),
    /// A step above what is physically possible, or of the wrong sign, is left out.
    QUARANTINED(5),
    /// Another value arrived for a time that had one; which of them counts the point states.
    REVISED(6);

    private final int bit;

    /// @param place of the flag's bit in packed records and tables, never given twice
    HourFlag(int place) {
        this.bit = 1 << place;
    }

    /// This flag's bit.
    int bit() {
        return bit;
    }

    /// The flags as bits, for packed records.
    public static int toBits(Set<HourFlag> flags) {
        return flags.stream().mapToInt(HourFlag::bit).sum();
    }

    /// The flags that [#toBits(Set)] packed.
    public static Set<HourFlag> ofBits(int bits) {
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        for (HourFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}

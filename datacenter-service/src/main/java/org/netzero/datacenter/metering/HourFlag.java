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
    REVISED(6),
    /// All of the hour was measured, and no reading in it differs from the one before.
    UNCHANGED(16),
    /// A reading of a counter fell and the next one went on as if it had not: it is left out.
    DROPOUT(17),
    /// The values jumped by a power of ten and stayed there, as when a meter is read in another
    /// unit: the step is left out.
    UNIT_JUMP(18),
    /// A power below 0 where none can be is left out.
    WRONG_SIGN(19),
    /// A part of the hour lies in a gap that is too long to be bridged.
    GAP(20);

    /// The bits of those flags that say something of a sum over points too. Flags from bit 16 on
    /// say what is the matter with one point: a sum of many would always have some.
    public static final int OF_SUMS = 0xffff;

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

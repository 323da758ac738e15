package org.netzero.datacenter.effectiveness;

import java.util.Optional;
import org.netzero.datacenter.metering.HourFlag;

/// What a reader should know of an indicator.
public enum IndicatorFlag {
    /// A counter fell, but not to near 0: the step is left out, since no rule says what it was.
    COUNTER_FELL,
    /// A counter started anew near 0: the difference is the new value.
    COUNTER_RESET,
    /// A part of the energies lies in gaps and was spread over them by time.
    ESTIMATED,
    /// More than 5 % of the time behind the energies was filled by a rule: the indicator is not
    /// valid.
    ESTIMATED_ABOVE_5_PERCENT,
    /// Another facility of the site counts fuel on the other side of its boundary: their energies
    /// must not be added.
    BOUNDARY_CONFLICT,
    /// Only a part of the facility is metered: what is called PUE is the partial one, pPUE.
    PARTIAL,
    /// No residual mix is known: what no instrument covers is at the average of the grid.
    NO_RESIDUAL_MIX,
    /// The last reading of a counter fell and waits for the next one.
    HELD,
    /// The sub-meters together stand above the main meters by more than their accuracy explains:
    /// PUE, ERE, ERF, REF and CUE are held.
    HELD_BALANCE,
    /// Less than 95 % of the expected hours are measured.
    INDICATIVE,
    /// Less than twelve continuous months (ISO/IEC 30134-2: only a year has a PUE without an
    /// epithet), or energies of less than 95 % of them.
    INTERIM,
    /// More IT energy than facility energy: the balance is wrong, so PUE and what follows from it
    /// are held.
    PUE_BELOW_ONE,
    /// A step above what is physically possible, or of the wrong sign, is left out.
    QUARANTINED,
    /// Another value arrived for a time that had one: the first is kept.
    REVISED,
    /// A counter passed its declared maximum.
    ROLLOVER,
    /// The site is not known yet: the period was cut in UTC.
    TIME_ZONE_UNKNOWN;

    /// What a flag of an hour says of the indicators that the hour is part of; empty for what
    /// concerns one point only.
    static Optional<IndicatorFlag> of(HourFlag flag) {
        return switch (flag) {
            case ESTIMATED -> Optional.of(ESTIMATED);
            case COUNTER_RESET -> Optional.of(COUNTER_RESET);
            case ROLLOVER -> Optional.of(ROLLOVER);
            case COUNTER_FELL -> Optional.of(COUNTER_FELL);
            case HELD -> Optional.of(HELD);
            case QUARANTINED -> Optional.of(QUARANTINED);
            case REVISED -> Optional.of(REVISED);
            case UNCHANGED, DROPOUT, UNIT_JUMP, WRONG_SIGN, GAP -> Optional.empty();
        };
    }
}

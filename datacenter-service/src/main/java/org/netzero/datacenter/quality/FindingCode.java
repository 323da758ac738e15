package org.netzero.datacenter.quality;

import java.util.Set;
import org.netzero.datacenter.metering.HourFlag;

/// What can be found to be wrong with data.
public enum FindingCode {
    STUCK(
            Severity.WARNING,
            "showed no change while the facility was under load",
            "Look at the meter and its gateway; acknowledge it for a feed that carries nothing"),
    UNIT_JUMP(
            Severity.ERROR,
            "jumped by a power of ten and stayed there; the step is left out, what follows counts as it came",
            "Set the meter back to the unit of the point, or define a point of the new unit, and send the readings since then to it"),
    GLITCH(
            Severity.NOTE,
            "fell and recovered with the next reading; what fell is left out",
            "None is needed; if it comes again and again, look at the connection to the meter"),
    COUNTER_RESET(
            Severity.NOTE,
            "started anew near 0; the new value counts as the difference",
            "If the meter was exchanged, state the exchange with both readings: what it counted after the last reading is missing"),
    ROLLOVER(
            Severity.NOTE,
            "passed its declared maximum and went on from 0",
            "None is needed, as long as the maximum is that of the meter"),
    COUNTER_FELL(
            Severity.WARNING,
            "fell, and not to near 0; the step is left out",
            "If the meter was exchanged, state the exchange with both readings; declare it bidirectional if it counts both ways"),
    IMPOSSIBLE_STEP(
            Severity.ERROR,
            "rose by more than its rated power allows; the step is left out",
            "Check the readings and the rated power of the point"),
    WRONG_SIGN(
            Severity.ERROR,
            "was below 0, which it cannot be; the step is left out",
            "Check the direction of the current transformers; declare the point bidirectional if it flows both ways"),
    REVISED(
            Severity.WARNING,
            "got another value for a time that had one; the policy of its source decides which counts",
            "Find out which of its senders is right"),
    GAP(
            Severity.WARNING,
            "has a gap between its readings; what lies in it is spread by time, or unknown if the gap is long",
            "Send the missing readings; they are taken as late ones"),
    PUE_BELOW_ONE(
            Severity.ERROR,
            "IT used more than entered the facility; PUE is held",
            "Check the units and roles of the facility's meters; a feed may be missing"),
    SUBMETERS_ABOVE_MAIN(
            Severity.ERROR,
            "the sub-meters stand above the main meters; PUE, ERE and ERF are held",
            "Check units and roles, and whether a sub-meter lies behind another one that counts too"),
    LATE_FOR_LOCKED_PERIOD(
            Severity.ERROR,
            "late readings would change hours of a locked period; they are kept apart",
            "Release them with POST /api/datacenters/{id}/quarantine/release and restate the period, or dismiss them with a reason"),
    LATE_FOR_SETTLED_HOURS(
            Severity.WARNING,
            "was sent readings of hours that had not changed for so long that they are settled; they are not counted",
            "Compare its hours with the meter, and acknowledge this when the readings only came again; correct readings sooner, or settle hours later (netzero.telemetry.correctable)");

    /// How much a finding matters.
    public enum Severity {
        /// A rule dealt with it.
        NOTE,
        /// A figure rests on an estimate, or lacks something.
        WARNING,
        /// A figure is wrong, held or missing.
        ERROR
    }

    private final Severity severity;
    private final String what;
    private final String remedy;

    FindingCode(Severity severity, String what, String remedy) {
        this.severity = severity;
        this.what = what;
        this.remedy = remedy;
    }

    Severity severity() {
        return severity;
    }

    /// What is the matter, after the name of what it is the matter with.
    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }

    /// Whether an hour of a point shows this, by itself.
    boolean isShownBy(Set<HourFlag> flags) {
        return switch (this) {
            case UNIT_JUMP -> flags.contains(HourFlag.UNIT_JUMP);
            case GLITCH -> flags.contains(HourFlag.DROPOUT);
            case COUNTER_RESET -> flags.contains(HourFlag.COUNTER_RESET);
            case ROLLOVER -> flags.contains(HourFlag.ROLLOVER);
            case COUNTER_FELL -> flags.contains(HourFlag.COUNTER_FELL);
            case IMPOSSIBLE_STEP ->
                    flags.contains(HourFlag.QUARANTINED)
                            && !flags.contains(HourFlag.UNIT_JUMP)
                            && !flags.contains(HourFlag.WRONG_SIGN);
            case WRONG_SIGN -> flags.contains(HourFlag.WRONG_SIGN);
            case REVISED -> flags.contains(HourFlag.REVISED);
            case GAP -> flags.contains(HourFlag.ESTIMATED) || flags.contains(HourFlag.GAP);
            case STUCK,
                    PUE_BELOW_ONE,
                    SUBMETERS_ABOVE_MAIN,
                    LATE_FOR_LOCKED_PERIOD,
                    LATE_FOR_SETTLED_HOURS ->
                    false;
        };
    }
}

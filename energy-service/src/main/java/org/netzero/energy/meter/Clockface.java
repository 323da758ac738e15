package org.netzero.energy.meter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/// What clocks of a zone show, remembered between two changes of the clock. For one thread.
final class Clockface {

    private static final long SECONDS_PER_DAY = 86_400;

    private final ZoneId zone;
    private final ZoneRules rules;
    private long from = 1;
    private long to;
    private long offset;

    Clockface(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    ZoneId zone() {
        return zone;
    }

    List<ZoneOffset> offsetsOf(LocalDateTime shown) {
        return rules.getValidOffsets(shown);
    }

    /// What the clock shows at an instant, both in seconds since 1970.
    long shownAt(long instant) {
        if (instant < from || instant >= to) {
            look(instant);
        }
        return instant + offset;
    }

    /// The local day of an instant, counted from 1970.
    int dayOf(long instant) {
        return (int) Math.floorDiv(shownAt(instant), SECONDS_PER_DAY);
    }

    private void look(long instant) {
        Instant at = Instant.ofEpochSecond(instant);
        // the transition before an instant is strictly before it
        ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
        ZoneOffsetTransition next = rules.nextTransition(at);
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        to = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        offset = rules.getOffset(at).getTotalSeconds();
    }
}

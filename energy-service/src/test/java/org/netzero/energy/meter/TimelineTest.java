package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.imports.RowOutcome;

class TimelineTest {

    private static final MeterBook.Entry METER =
            new MeterBook.Entry(
                    1,
                    "m1",
                    new Series("office", EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED),
                    new Clockface(ZoneOffset.UTC),
                    true);

    private final Timeline timeline = new Timeline();

    private static DatedInterval interval(int start, int minutes, long joules, int revision) {
        return new DatedInterval(
                0, METER, start, minutes, joules, ReadingQuality.MEASURED, revision, 0);
    }

    private String take(int start, int minutes, long joules, int revision) {
        return switch (timeline.take(interval(start, minutes, joules, revision))) {
            case RowOutcome.Accepted stored -> "stored";
            case RowOutcome.Duplicate known -> "duplicate";
            case RowOutcome.Rejected refused -> refused.violations().getFirst().code();
        };
    }

    @Test
    void neighboursOfOtherLengthsAreStored() {
        assertThat(take(60, 60, 5, 1)).isEqualTo("stored");
        assertThat(take(120, 15, 5, 1)).isEqualTo("stored");
        assertThat(take(45, 15, 5, 1)).isEqualTo("stored");
    }

    @Test
    void whatOverlapsFromEitherSideIsRefused() {
        take(60, 60, 5, 1);
        assertThat(take(75, 15, 1, 1)).isEqualTo("OVERLAPPING_INTERVAL");
        take(195, 15, 5, 1);
        assertThat(take(180, 60, 1, 1)).isEqualTo("OVERLAPPING_INTERVAL");
    }

    @Test
    void aRepeatIsADuplicateAndOtherContentAConflict() {
        take(60, 60, 5, 1);
        assertThat(take(60, 60, 5, 1)).isEqualTo("duplicate");
        assertThat(take(60, 60, 6, 1)).isEqualTo("ID_CONFLICT");
        assertThat(take(60, 15, 5, 1)).isEqualTo("ID_CONFLICT");
    }

    @Test
    void onlyTheNextRevisionTakesThePlaceOfWhatIsKnown() {
        take(60, 60, 5, 1);
        assertThat(take(60, 60, 6, 3)).isEqualTo("ID_CONFLICT");
        assertThat(take(60, 60, 6, 2)).isEqualTo("stored");
        assertThat(take(60, 60, 7, 2)).isEqualTo("ID_CONFLICT");
        assertThat(take(60, 60, 7, 3)).isEqualTo("stored");
    }

    @Test
    void whatWasSupersededIsStillADuplicateOfItself() {
        take(60, 60, 5, 1);
        take(60, 60, 6, 2);
        assertThat(take(60, 60, 5, 1)).isEqualTo("duplicate");
        assertThat(take(60, 60, 6, 1)).isEqualTo("ID_CONFLICT");
    }

    @Test
    void aCorrectionOfNothingAndOneOfAnotherLengthAreRefused() {
        assertThat(take(60, 60, 5, 2)).isEqualTo("NOTHING_TO_SUPERSEDE");
        take(60, 60, 5, 1);
        assertThat(take(60, 30, 5, 2)).isEqualTo("OTHER_LENGTH");
    }
}

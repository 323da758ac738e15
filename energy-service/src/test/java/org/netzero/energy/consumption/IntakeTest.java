package org.netzero.energy.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.StatedInterval;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class IntakeTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final Site TIANJIN =
            new Site(
                    "tianjin",
                    "Tianjin",
                    SiteKind.DATA_CENTER,
                    "CN",
                    Optional.empty(),
                    Optional.empty(),
                    ZoneId.of("Asia/Shanghai"),
                    Optional.empty(),
                    Optional.empty());

    private final Intake intake = new Intake(List.of());

    private static DatedRecord record(String id, long kwh, String supersedes) {
        return dated(id, kwh, "2023-03", "", supersedes);
    }

    private static DatedRecord dated(
            String id, long kwh, String start, String end, String supersedes) {
        return DatedRecord.of(
                new EnergyRecord(
                        id,
                        "tianjin",
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.PURCHASED,
                        new Quantity(BigDecimal.valueOf(kwh), Unit.KWH),
                        StatedInterval.parse(start, end),
                        Provenance.MEASURED,
                        Optional.empty(),
                        Optional.of(supersedes).filter(text -> !text.isEmpty())),
                TIANJIN,
                NOW);
    }

    private String take(DatedRecord record) {
        return switch (intake.take(record)) {
            case RowOutcome.Accepted stored -> "ACCEPTED";
            case RowOutcome.Duplicate known -> "DUPLICATE";
            case RowOutcome.Rejected refused -> refused.violations().getFirst().code();
        };
    }

    @Test
    void withinABatchTheFirstOfAnIdIsStored() {
        assertThat(take(record("a", 1, ""))).isEqualTo("ACCEPTED");
        assertThat(take(record("a", 1, ""))).isEqualTo("DUPLICATE");
        assertThat(take(record("a", 2, ""))).isEqualTo("ID_CONFLICT");
        assertThat(intake.insertions()).hasSize(1);
    }

    @Test
    void aChainOfCorrectionsKeepsEveryRevision() {
        assertThat(take(record("a", 1, ""))).isEqualTo("ACCEPTED");
        assertThat(take(record("a", 2, "a"))).isEqualTo("ACCEPTED");
        assertThat(take(record("a", 3, "a"))).isEqualTo("ACCEPTED");
        assertThat(take(record("b", 4, "a"))).isEqualTo("ACCEPTED");
        assertThat(intake.insertions())
                .extracting(Intake.Insertion::revision)
                .containsExactly(1, 2, 3, 1);
    }

    @Test
    void whatWasSupersededOnceIsNotSupersededAgain() {
        take(record("a", 1, ""));
        take(record("b", 2, "a"));
        assertThat(take(record("c", 3, "a"))).isEqualTo("ALREADY_SUPERSEDED");
    }

    @Test
    void whatIsNotOnFileCannotBeSuperseded() {
        assertThat(take(record("b", 2, "a"))).isEqualTo("UNKNOWN_RECORD");
    }

    @Test
    void aRecordKeepsItsIdToItselfEvenWhenItCorrectsAnother() {
        take(record("a", 1, ""));
        take(record("b", 2, ""));
        assertThat(take(record("b", 3, "a"))).isEqualTo("ID_CONFLICT");
    }

    @Test
    void anHourIsTotalledInTheLocalMonthOfItsSite() {
        DatedRecord hour = dated("a", 1, "2023-03-31T15:30:00Z", "2023-03-31T16:00:00Z", "");
        DatedRecord next = dated("b", 1, "2023-03-31T16:00:00Z", "2023-03-31T16:30:00Z", "");
        assertThat(hour.days().totalled()).hasToString("2023-03");
        assertThat(next.days().totalled()).hasToString("2023-04");
    }

    @Test
    void whatExceedsAMonthIsTotalledInItsOwnPeriod() {
        Span across = dated("a", 1, "2023-03-15", "2023-04-15", "").days().totalled();
        assertThat(across).hasToString("2023-03-15/2023-04-15");
        assertThat(dated("a", 1, "2023", "", "").days().totalled()).hasToString("2023");
    }
}

package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private record Content(int value, String supersedes) {}

    private final Intake<Integer, Content> intake = new Intake<>("recordId", List.of());

    private String take(String id, int value, String supersedes) {
        RowOutcome outcome =
                intake.take(
                        value,
                        id,
                        Optional.of(supersedes).filter(text -> !text.isEmpty()),
                        new Content(value, supersedes));
        return switch (outcome) {
            case RowOutcome.Accepted stored -> "ACCEPTED";
            case RowOutcome.Duplicate known -> "DUPLICATE";
            case RowOutcome.Rejected refused -> refused.violations().getFirst().code();
        };
    }

    @Test
    void withinABatchTheFirstOfAnIdIsStored() {
        assertThat(take("a", 1, "")).isEqualTo("ACCEPTED");
        assertThat(take("a", 1, "")).isEqualTo("DUPLICATE");
        assertThat(take("a", 2, "")).isEqualTo("ID_CONFLICT");
        assertThat(intake.insertions()).hasSize(1);
    }

    @Test
    void aChainOfCorrectionsKeepsEveryRevision() {
        assertThat(take("a", 1, "")).isEqualTo("ACCEPTED");
        assertThat(take("a", 2, "a")).isEqualTo("ACCEPTED");
        assertThat(take("a", 3, "a")).isEqualTo("ACCEPTED");
        assertThat(take("b", 4, "a")).isEqualTo("ACCEPTED");
        assertThat(intake.insertions())
                .extracting(Intake.Insertion::revision)
                .containsExactly(1, 2, 3, 1);
    }

    @Test
    void whatWasSupersededOnceIsNotSupersededAgain() {
        take("a", 1, "");
        take("b", 2, "a");
        assertThat(take("c", 3, "a")).isEqualTo("ALREADY_SUPERSEDED");
    }

    @Test
    void whatIsNotOnFileCannotBeSuperseded() {
        assertThat(take("b", 2, "a")).isEqualTo("UNKNOWN_RECORD");
    }

    @Test
    void aRecordKeepsItsIdToItselfEvenWhenItCorrectsAnother() {
        take("a", 1, "");
        take("b", 2, "");
        assertThat(take("b", 3, "a")).isEqualTo("ID_CONFLICT");
    }

    @Test
    void whatWasStoredBeforeCountsAsWhatIsTakenNow() {
        var content = new Content(1, "");
        var later =
                new Intake<Integer, Content>(
                        "recordId", List.of(new Intake.Stored<>("a", 1, true, content)));

        assertThat(later.take(1, "a", Optional.empty(), content))
                .isInstanceOf(RowOutcome.Duplicate.class);
        assertThat(later.take(2, "a", Optional.of("a"), new Content(2, "a")))
                .isInstanceOf(RowOutcome.Rejected.class);
    }

    @Test
    void anIdWhoseRecordWasWithdrawnIsAsIfItHadNotBeenSentButItsRevisionIsTaken() {
        var content = new Content(1, "");
        Intake<Integer, Content> again =
                Intake.reversible(
                        "recordId",
                        List.of(
                                new Intake.OnFile<>(
                                        new Intake.Stored<>("a", 1, true, content), true),
                                new Intake.OnFile<>(
                                        new Intake.Stored<>("a", 2, true, content), true)));
        assertThat(again.take(1, "b", Optional.of("a"), content))
                .isInstanceOfSatisfying(
                        RowOutcome.Rejected.class,
                        refused ->
                                assertThat(refused.violations().getFirst().code())
                                        .isEqualTo("UNKNOWN_RECORD"));
        assertThat(again.take(2, "a", Optional.empty(), content))
                .isEqualTo(new RowOutcome.Accepted());
        assertThat(again.insertions())
                .singleElement()
                .satisfies(insertion -> assertThat(insertion.revision()).isEqualTo(3));
    }
}

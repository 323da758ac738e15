package org.netzero.energy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;

class ExpectedPeriodTest {

    private static final Series LINE =
            new Series("tianjin", EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED);
    private static final Span YEAR =
            new Span(LocalDate.parse("2021-01-01"), LocalDate.parse("2022-01-01"));

    private final List<Revision> revisions = new ArrayList<>();

    private ExpectedPeriodTest stated(String from, String to, Frequency frequency, String owner) {
        return revision(
                Optional.of(
                        new Expectation(
                                LINE,
                                LocalDate.parse(from),
                                to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
                                frequency,
                                owner,
                                10,
                                new AccrualRule.None())));
    }

    private ExpectedPeriodTest withdrawn() {
        return revision(Optional.empty());
    }

    private ExpectedPeriodTest revision(Optional<Expectation> expectation) {
        int number = revisions.size() + 1;
        revisions.add(
                new Revision(
                        number, expectation, "tester", Instant.ofEpochSecond(1_000L * number)));
        return this;
    }

    private List<String> periods(Span asked) {
        return ExpectedPeriod.of(revisions, asked).stream()
                .map(expected -> expected.period() + " " + expected.owner().orElseThrow())
                .toList();
    }

    @Test
    void nothingStatedIsNothingExpected() {
        assertThat(periods(YEAR)).isEmpty();
    }

    @Test
    void monthsRunFromTheFirstDayToTheEnd() {
        stated("2021-11-16", "2022-02-10", Frequency.MONTH, "a");
        assertThat(periods(YEAR)).containsExactly("2021-11-16/2021-12-01 a", "2021-12 a");
        assertThat(periods(new Span(YEAR.end(), YEAR.end().plusYears(1))))
                .containsExactly("2022-01 a", "2022-02-01/2022-02-10 a");
    }

    @Test
    void aQuarterIsExpectedAsAWholeWhicheverOfItsMonthsIsAskedFor() {
        stated("2020-01-01", "", Frequency.QUARTER, "a");
        assertThat(periods(new Span(LocalDate.parse("2021-02-01"), LocalDate.parse("2021-03-01"))))
                .containsExactly("2021-01-01/2021-04-01 a");
    }

    @Test
    void aLaterStatementTakesThePlaceFromItsFirstDayOn() {
        stated("2021-01-01", "", Frequency.MONTH, "a")
                .stated("2021-03-01", "2021-05-01", Frequency.MONTH, "b");
        assertThat(periods(YEAR))
                .containsExactly("2021-01 a", "2021-02 a", "2021-03 b", "2021-04 b");
    }

    @Test
    void anEarlierFirstDayTakesThePlaceOfAllThatWasStated() {
        stated("2021-06-01", "", Frequency.MONTH, "a")
                .stated("2021-01-01", "", Frequency.YEAR, "b");
        assertThat(periods(YEAR)).containsExactly("2021 b");
    }

    @Test
    void whatWasWithdrawnIsExpectedNoMoreUntilItIsStatedAgain() {
        stated("2021-01-01", "", Frequency.MONTH, "a").withdrawn();
        assertThat(periods(YEAR)).isEmpty();
        stated("2021-10-01", "", Frequency.QUARTER, "b");
        assertThat(periods(YEAR)).containsExactly("2021-10-01/2022-01-01 b");
    }

    @Test
    void aFigureIsDueSoManyDaysAfterTheLastDayOfItsPeriod() {
        stated("2020-02-01", "2020-03-01", Frequency.MONTH, "a");
        ExpectedPeriod february =
                ExpectedPeriod.of(
                                revisions,
                                new Span(
                                        LocalDate.parse("2020-01-01"),
                                        LocalDate.parse("2021-01-01")))
                        .getFirst();
        assertThat(february.due()).isEqualTo("2020-03-10");
    }

    @Test
    void whenItWasFirstStatedOutlivesLaterStatements() {
        stated("2021-01-01", "", Frequency.MONTH, "a")
                .stated("2021-01-01", "", Frequency.MONTH, "b");
        assertThat(ExpectedPeriod.of(revisions, YEAR))
                .hasSize(12)
                .allSatisfy(expected ->
                        assertThat(expected.statedAt()).contains(Instant.ofEpochSecond(1_000)));
    }
}

package org.netzero.energy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Ranking;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class AccrualBasisTest {

    private static final Series LINE =
            new Series("tianjin", EnergyCarrier.DIESEL, EnergySource.COMBUSTION_MOBILE);

    private final List<EnergyItem> items = new ArrayList<>();

    private static Span span(String start, String end) {
        return new Span(LocalDate.parse(start), LocalDate.parse(end));
    }

    private AccrualBasisTest known(Evidence evidence, String start, String end, String quantity) {
        Span span = span(start, end);
        items.add(
                new EnergyItem(
                        LINE,
                        false,
                        span,
                        evidence,
                        Quantity.of(
                                quantity.substring(0, quantity.indexOf(' ')),
                                Unit.parse(quantity.substring(quantity.indexOf(' ') + 1))),
                        1,
                        List.of(span)));
        return this;
    }

    private AccrualBasis basis(String start, String end, AccrualRule rule) {
        return basis(start, end, span(start, end), rule);
    }

    private AccrualBasis basis(String start, String end, Span days, AccrualRule rule) {
        Span whole = Frequency.MONTH.around(LocalDate.parse(start));
        return AccrualBasis.of(
                new ExpectedPeriod(
                        LINE,
                        span(start, end),
                        whole,
                        whole.end(),
                        Optional.empty(),
                        rule,
                        Optional.empty()),
                days,
                new LineOfFigures(
                        LINE,
                        items,
                        Ranking.of(items, SourceRanking.DEFAULT),
                        Received.NOT_ASKED,
                        ZoneOffset.UTC));
    }

    private AccrualBasis march(AccrualRule rule) {
        return basis("2024-03-01", "2024-04-01", rule);
    }

    private static AccrualRule average(int months) {
        return new AccrualRule.AverageOfLastMonths(months);
    }

    @Test
    void februaryOfALeapYearIsThatOfTheYearBefore() {
        known(Evidence.INVOICED, "2023-02-01", "2023-03-01", "28 L");
        assertThat(
                        basis("2024-02-01", "2024-03-01", new AccrualRule.SamePeriodLastYear())
                                .quantity())
                .contains(Quantity.of("28", Unit.L));
    }

    @Test
    void aPartOfThePeriodIsAccruedByItsDays() {
        known(Evidence.INVOICED, "2023-03-01", "2023-04-01", "310 L")
                .known(Evidence.INVOICED, "2024-02-01", "2024-03-01", "58 L")
                .known(Evidence.INVOICED, "2024-03-01", "2024-03-11", "500 L");
        Span left = span("2024-03-11", "2024-04-01");
        AccrualBasis lastYear =
                basis("2024-03-01", "2024-04-01", left, new AccrualRule.SamePeriodLastYear());
        assertThat(lastYear.quantity().orElseThrow().value()).isEqualByComparingTo("210");
        assertThat(lastYear.explanation()).contains("21 of 31 days");
        assertThat(
                        basis("2024-03-01", "2024-04-01", left, average(1))
                                .quantity()
                                .orElseThrow()
                                .value())
                .isEqualByComparingTo("42");
        assertThat(
                        basis(
                                        "2024-03-01",
                                        "2024-04-01",
                                        left,
                                        new AccrualRule.Stated(Quantity.of("31", Unit.L)))
                                .quantity()
                                .orElseThrow()
                                .value())
                .isEqualByComparingTo("21");
    }

    @Test
    void daysBeforeALeapDayHaveThemselvesInTheYearBefore() {
        known(Evidence.INVOICED, "2023-02-28", "2023-03-01", "1 L");
        var lastYear = new AccrualRule.SamePeriodLastYear();
        assertThat(basis("2024-02-28", "2024-02-29", lastYear).quantity())
                .contains(Quantity.of("1", Unit.L));
        assertThat(basis("2024-02-29", "2024-03-01", lastYear).quantity())
                .contains(Quantity.of("1", Unit.L));
    }

    @Test
    void figuresOfOneMonthAddUpBeforeTheyAreAveraged() {
        known(Evidence.MEASURED, "2024-02-01", "2024-03-01", "29 L")
                .known(Evidence.INVOICED, "2024-02-01", "2024-03-01", "29 L");
        assertThat(march(average(1)).quantity().orElseThrow().value()).isEqualByComparingTo("62");
    }

    @Test
    void aQuarterStandsForThreeMonths() {
        known(Evidence.INVOICED, "2023-12-01", "2024-03-01", "910 L");
        assertThat(march(average(3)).quantity().orElseThrow().value()).isEqualByComparingTo("310");
        assertThat(march(average(4)).quantity()).isEmpty();
    }

    @Test
    void whereFiguresOverlapNobodyKnowsWhatADayUses() {
        known(Evidence.INVOICED, "2024-02-01", "2024-03-01", "29 L")
                .known(Evidence.INVOICED, "2024-02-15", "2024-03-01", "100 L");
        assertThat(march(average(1)).quantity()).isEmpty();
        assertThat(march(average(1)).explanation()).contains("overlap");
    }

    @Test
    void aFigureThatReachesBeyondTheSamePeriodIsNotSplit() {
        known(Evidence.INVOICED, "2023-01-01", "2024-01-01", "1000 L")
                .known(Evidence.INVOICED, "2023-03-01", "2023-04-01", "10 L");
        assertThat(march(new AccrualRule.SamePeriodLastYear()).quantity()).isEmpty();
    }

    @Test
    void anEstimateIsNoBasisOfAnother() {
        known(Evidence.ESTIMATED, "2023-03-01", "2023-04-01", "10 L")
                .known(Evidence.ESTIMATED, "2024-02-01", "2024-03-01", "29 L");
        assertThat(march(new AccrualRule.SamePeriodLastYear()).quantity()).isEmpty();
        assertThat(march(average(1)).quantity()).isEmpty();
    }

    @Test
    void litresAndKilogramsDoNotAdd() {
        known(Evidence.INVOICED, "2024-01-01", "2024-02-01", "29 L")
                .known(Evidence.INVOICED, "2024-02-01", "2024-03-01", "29 kg");
        assertThat(march(average(2)).quantity()).isEmpty();
        assertThat(march(average(2)).explanation()).contains("do not add");
    }

    @Test
    void aStatedQuantityIsOfTheWholeMonthAndOfAPartByItsDays() {
        AccrualRule stated = new AccrualRule.Stated(Quantity.of("62", Unit.L));
        assertThat(march(stated).quantity()).contains(Quantity.of("62", Unit.L));
        assertThat(basis("2024-03-16", "2024-04-01", stated).quantity().orElseThrow().value())
                .isEqualByComparingTo("32");
    }
}

package org.netzero.energy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.netzero.energy.consumption.RecordGroup;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class LineOfFiguresTest {

    private static final Series LINE =
            new Series("tianjin", EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant STATED = Instant.parse("2021-01-01T00:00:00Z");

    private final List<EnergyItem> items = new ArrayList<>();
    private final List<RecordGroup> records = new ArrayList<>();

    private static Span span(String days) {
        int slash = days.indexOf('/');
        return new Span(
                LocalDate.parse(days.substring(0, slash)),
                LocalDate.parse(days.substring(slash + 1)));
    }

    private LineOfFiguresTest came(Evidence evidence, String days, String kwh, String at) {
        Span span = span(days);
        Quantity quantity = new Quantity(new BigDecimal(kwh), Unit.KWH);
        items.add(
                new EnergyItem(LINE, false, span.totalled(), evidence, quantity, 1, List.of(span)));
        records.add(
                new RecordGroup(
                        LINE,
                        span.totalled(),
                        evidence,
                        List.of(span),
                        Instant.parse(at),
                        1,
                        quantity,
                        List.of("r")));
        return this;
    }

    private Cell cell(String days, String due, String today) {
        return new LineOfFigures(
                        LINE,
                        items,
                        Ranking.of(items, SourceRanking.DEFAULT),
                        new Received(records, List.of()),
                        SHANGHAI)
                .cell(
                        new ExpectedPeriod(
                                LINE,
                                span(days),
                                span(days),
                                LocalDate.parse(due),
                                Optional.of("Li Na"),
                                new AccrualRule.None(),
                                Optional.of(STATED)),
                        new HeatingValues().defaultSet(),
                        LocalDate.parse(today));
    }

    private Cell march(String today) {
        return cell("2021-03-01/2021-04-01", "2021-04-10", today);
    }

    @Test
    void untilTheDayItIsDueItIsExpectedAndFromTheNextOnMissing() {
        assertThat(march("2021-03-15").status()).isEqualTo(CollectionStatus.EXPECTED);
        assertThat(march("2021-04-10").status()).isEqualTo(CollectionStatus.EXPECTED);
        assertThat(march("2021-04-11").status()).isEqualTo(CollectionStatus.MISSING);
        assertThat(march("2021-04-13").daysLate()).isEqualTo(3);
    }

    @Test
    void aFigureIsInTimeByTheClockOfItsSite() {
        came(Evidence.INVOICED, "2021-03-01/2021-04-01", "5", "2021-04-10T15:59:59Z");
        assertThat(march("2021-05-01").status()).isEqualTo(CollectionStatus.RECEIVED);
        records.clear();
        items.clear();
        came(Evidence.INVOICED, "2021-03-01/2021-04-01", "5", "2021-04-10T16:00:00Z");
        assertThat(march("2021-05-01").status()).isEqualTo(CollectionStatus.LATE);
        assertThat(march("2021-05-01").arrivedOn()).contains(LocalDate.parse("2021-04-11"));
        assertThat(march("2021-05-01").daysLate()).isEqualTo(1);
    }

    @Test
    void whatWasThereWhenItWasStatedIsNotLate() {
        came(Evidence.INVOICED, "2020-03-01/2020-04-01", "5", "2020-12-31T00:00:00Z");
        assertThat(cell("2020-03-01/2020-04-01", "2020-04-10", "2021-05-01").status())
                .isEqualTo(CollectionStatus.RECEIVED);
    }

    @Test
    void aPartOfItsDaysIsNotTheFigureAndTheOthersAreNamed() {
        came(Evidence.INVOICED, "2021-03-01/2021-03-11", "5", "2021-03-20T00:00:00Z")
                .came(Evidence.INVOICED, "2021-03-21/2021-04-01", "5", "2021-04-01T00:00:00Z");
        Cell cell = march("2021-05-01");
        assertThat(cell.status()).isEqualTo(CollectionStatus.MISSING);
        assertThat(cell.missingDays()).containsExactly(span("2021-03-11/2021-03-21"));
    }

    @Test
    void theLastPartDecidesWhenItCame() {
        came(Evidence.INVOICED, "2021-03-01/2021-03-11", "5", "2021-03-20T00:00:00Z")
                .came(Evidence.INVOICED, "2021-03-11/2021-04-01", "5", "2021-04-20T00:00:00Z");
        assertThat(march("2021-05-01").status()).isEqualTo(CollectionStatus.LATE);
    }

    @Test
    void anEstimateOfTheMissingDaysStandsInForThem() {
        came(Evidence.INVOICED, "2021-03-01/2021-03-11", "5", "2021-03-20T00:00:00Z")
                .came(Evidence.ESTIMATED, "2021-03-11/2021-04-01", "5", "2021-04-20T00:00:00Z");
        assertThat(march("2021-05-01").status()).isEqualTo(CollectionStatus.ACCRUED);
    }

    @Test
    void aFigureOfOtherDaysThanTheEstimateIsNotComparedWithIt() {
        came(Evidence.ESTIMATED, "2021-03-01/2021-04-01", "5", "2021-04-20T00:00:00Z")
                .came(Evidence.INVOICED, "2021-03-01/2021-06-01", "18", "2021-06-20T00:00:00Z");
        Cell cell = march("2021-07-01");
        assertThat(cell.status()).isEqualTo(CollectionStatus.TRUED_UP);
        assertThat(cell.trueUp()).isEmpty();
    }

    @Test
    void aStatementOfTheYearTruesItsAccruedMonthsUpTogether() {
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2021, month, 1);
            came(
                    Evidence.ESTIMATED,
                    first + "/" + first.plusMonths(1),
                    "10",
                    "2022-01-20T00:00:00Z");
        }
        came(Evidence.INVOICED, "2021-01-01/2022-01-01", "100", "2022-02-20T00:00:00Z");
        Cell.TrueUp trueUp = march("2022-07-01").trueUp().orElseThrow();
        assertThat(trueUp.accruedKwh()).isEqualByComparingTo("120");
        assertThat(trueUp.differenceKwh()).isEqualByComparingTo("-20");
    }
}

package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.energy.carrier.Evidence;

class RankingTest {

    private static List<String> counted(Books books) {
        return books.ranking().counted().stream()
                .map(item -> item.evidence() + " " + item.period() + " " + item.quantity())
                .toList();
    }

    private static List<FindingCode> findings(Books books) {
        return books.ranking().findings().stream().map(Finding::code).toList();
    }

    @Test
    void twoMetersOfOneMonthAddUp() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.MEASURED, "2026-03", "10 MWh")
                        .purchased(Evidence.INVOICED, "2026-03", "5 MWh");
        assertThat(counted(books))
                .containsExactly("MEASURED 2026-03 10 MWh", "INVOICED 2026-03 5 MWh");
        assertThat(findings(books)).isEmpty();
    }

    @Test
    void anEstimateOnBothSidesOfAFigureIsAddedToIt() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchasedOn(Evidence.INVOICED, "2026-03", "20 MWh", 6, 16)
                        .purchasedOn(Evidence.ESTIMATED, "2026-03", "21 MWh", 1, 6, 16, 32);
        assertThat(counted(books))
                .containsExactly("INVOICED 2026-03 20 MWh", "ESTIMATED 2026-03 21 MWh");
        assertThat(findings(books)).isEmpty();
    }

    @Test
    void anEstimateOfSomeDaysOfAFigureIsAddedWithAFinding() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchasedOn(Evidence.INVOICED, "2026-03", "20 MWh", 1, 16)
                        .purchasedOn(Evidence.ESTIMATED, "2026-03", "21 MWh", 11, 32);
        assertThat(counted(books)).hasSize(2);
        assertThat(findings(books)).containsExactly(FindingCode.OVERLAPPING_PERIODS);
    }

    @Test
    void aFigureOfSomeDaysOfAnEstimateIsAPartOfIt() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchasedOn(Evidence.INVOICED, "2026-03", "20 MWh", 6, 16)
                        .purchased(Evidence.ESTIMATED, "2026-03", "50 MWh");
        assertThat(counted(books)).containsExactly("ESTIMATED 2026-03 50 MWh");
        assertThat(findings(books)).containsExactly(FindingCode.PART_OF_STATED_TOTAL);
    }

    @Test
    void anInvoiceBeatsTheTelemetryOfItsMonth() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.TELEMETRY, "2026-03", "10100 kWh")
                        .purchased(Evidence.INVOICED, "2026-03", "10 MWh");
        assertThat(counted(books)).containsExactly("INVOICED 2026-03 10 MWh");
        assertThat(findings(books)).containsExactly(FindingCode.OUTRANKED);
    }

    @Test
    void intervalsOfMetersGiveAnInvoiceItsHoursAndAreNotAddedToIt() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.METERED, "2026-03", "10100 kWh")
                        .purchased(Evidence.INVOICED, "2026-03", "10 MWh");
        assertThat(counted(books)).containsExactly("INVOICED 2026-03 10 MWh");
        assertThat(findings(books)).containsExactly(FindingCode.OUTRANKED);
    }

    @Test
    void intervalsOfMetersBeatTheTelemetryOfTheirDays() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.METERED, "2026-03", "10 MWh")
                        .purchased(Evidence.TELEMETRY, "2026-03", "11 MWh");
        assertThat(counted(books)).containsExactly("METERED 2026-03 10 MWh");
        assertThat(findings(books))
                .containsExactly(FindingCode.OUTRANKED, FindingCode.TELEMETRY_DEVIATES);
    }

    @Test
    void telemetryMoreThanTwoPercentOffItsInvoiceIsAFinding() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.TELEMETRY, "2026-03", "10201 kWh")
                        .purchased(Evidence.INVOICED, "2026-03", "10 MWh");
        assertThat(findings(books))
                .containsExactly(FindingCode.OUTRANKED, FindingCode.TELEMETRY_DEVIATES);
    }

    @Test
    void telemetryExactlyTwoPercentOffIsNone() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.TELEMETRY, "2026-03", "10200 kWh")
                        .purchased(Evidence.INVOICED, "2026-03", "10 MWh");
        assertThat(findings(books)).containsExactly(FindingCode.OUTRANKED);
    }

    @Test
    void telemetryBeatsAnEstimateOnceItCoversTheWholeMonth() {
        Books whole =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.ESTIMATED, "2026-03", "9 MWh")
                        .purchased(Evidence.TELEMETRY, "2026-03", "10 MWh");
        Books begun =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.ESTIMATED, "2026-03", "9 MWh")
                        .telemetryOfFirstDays("2026-03", 7, "2 MWh");
        assertThat(counted(whole)).containsExactly("TELEMETRY 2026-03 10 MWh");
        assertThat(counted(begun)).containsExactly("ESTIMATED 2026-03 9 MWh");
        assertThat(findings(begun)).containsExactly(FindingCode.PART_OF_STATED_TOTAL);
    }

    @Test
    void aMonthOfTelemetryWithGapsCountsWhereNothingElseIsKnownAndSaysSo() {
        Books books = new Books().site("tianjin").telemetryOfFirstDays("2026-03", 7, "2 MWh");
        assertThat(counted(books)).containsExactly("TELEMETRY 2026-03 2 MWh");
        assertThat(findings(books)).containsExactly(FindingCode.TELEMETRY_INCOMPLETE);
    }

    @Test
    void aStatedYearStandsUntilInvoicesCoverAllOfIt() {
        Books elevenMonths = new Books().site("tianjin");
        elevenMonths.purchased(Evidence.STATED, "2026", "120 MWh");
        for (int month = 1; month <= 11; month++) {
            elevenMonths.purchased(Evidence.INVOICED, "2026-%02d".formatted(month), "11 MWh");
        }
        assertThat(counted(elevenMonths)).containsExactly("STATED 2026 120 MWh");
        elevenMonths.purchased(Evidence.INVOICED, "2026-12", "11 MWh");
        assertThat(counted(elevenMonths)).hasSize(12).noneMatch(item -> item.startsWith("STATED"));
    }

    @Test
    void equallyGoodFiguresOfDifferentPeriodsAreBothAddedAndDoubted() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.INVOICED, "2026", "120 MWh")
                        .purchased(Evidence.INVOICED, "2026-03", "10 MWh");
        assertThat(counted(books)).hasSize(2);
        assertThat(findings(books)).containsExactly(FindingCode.OVERLAPPING_PERIODS);
    }
}

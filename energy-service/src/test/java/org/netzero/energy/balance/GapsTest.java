package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;

class GapsTest {

    private static final Series LINE =
            new Series("tianjin", EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED);

    private static List<Finding> gaps(String period, Books books, boolean before, boolean after) {
        return Gaps.of(
                Books.span(period), books.items(), Map.of(LINE, new Gaps.Around(before, after)));
    }

    private static Books books(String... months) {
        Books books = new Books().site("tianjin");
        for (String month : months) {
            books.purchased(Evidence.INVOICED, month, "1 MWh");
        }
        return books;
    }

    @Test
    void monthsBetweenFiguresAreNamed() {
        assertThat(gaps("2021", books("2021-02", "2021-05"), false, false))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.MONTHS_WITHOUT_FIGURES);
                    assertThat(finding.subject()).isEqualTo("tianjin/ELECTRICITY/PURCHASED/2021");
                    assertThat(finding.message()).contains("2021-03, 2021-04,");
                });
    }

    @Test
    void figuresOutsideThePeriodMakeItsEdgesGaps() {
        assertThat(gaps("2021", books("2021-02", "2021-03"), true, false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2021-01,"));
        assertThat(gaps("2021-05", books(), true, true)).hasSize(1);
    }

    @Test
    void beforeTheFirstAndAfterTheLastFigureNothingIsMissing() {
        assertThat(gaps("2021", books("2021-02", "2021-03"), false, false)).isEmpty();
        assertThat(gaps("2021-05", books(), true, false)).isEmpty();
        assertThat(gaps("2021", books(), false, false)).isEmpty();
    }

    @Test
    void aFigureOfAYearLeavesNoMonthEmpty() {
        assertThat(gaps("2021", books("2021"), true, true)).isEmpty();
    }
}

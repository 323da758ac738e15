package org.netzero.gateway.roadmap.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Series as companies nobody has seen may publish them.
class OddSeriesTest {

    private static final String HEAD = "company,year,year_basis,metric,value,unit,vintage\n";

    @Test
    void aCompanyOfOneYearHasNoCase() {
        BackTest test = test(HEAD + "One,2020,CY,scope1,5,t,2021 report\n");
        assertThat(test.cases()).isEmpty();
        assertThat(test.withoutCases()).containsExactly("One");
        assertThat(test.scores()).isEmpty();
    }

    @Test
    void zerosAndNegativesAreLeftOutAndCounted() {
        BackTest test =
                test(
                        HEAD
                                + "Zero,2018,CY,scope1,10,t,r\n"
                                + "Zero,2019,CY,scope1,11,t,r\n"
                                + "Zero,2020,CY,scope1,0,t,r\n"
                                + "Zero,2021,CY,scope1,-3,t,r\n"
                                + "Zero,2022,CY,scope1,12,t,r\n"
                                + "Zero,2022,CY,pue,1.2,1,r\n");
        assertThat(test.leftOut())
                .isEqualTo(
                        Map.of(
                                Figure.LeftOut.NOT_POSITIVE,
                                2,
                                Figure.LeftOut.METRIC_OF_NO_KIND,
                                1));
        assertThat(test.cases()).hasSize(1);
        assertThat(test.cases().getFirst().horizon()).isEqualTo(3);
    }

    @Test
    void afterAGapTheGrowthBeforeItIsNotGoneOnWith() {
        BackTest test =
                test(
                        HEAD
                                + "Gap,2012,CY,scope1,10,t,r\n"
                                + "Gap,2013,CY,scope1,20,t,r\n"
                                + "Gap,2018,CY,scope1,30,t,r\n"
                                + "Gap,2019,CY,scope1,31,t,r\n");
        Case afterGap =
                test.cases().stream()
                        .filter(tried -> tried.origin() == 2018)
                        .findFirst()
                        .orElseThrow();
        assertThat(afterGap.projected().get(Method.ENGINE)).isEqualTo(30);
        assertThat(afterGap.projected().get(Method.CAGR)).isGreaterThan(35);
    }

    @Test
    void anAcquisitionIsNoTrend() {
        BackTest test =
                test(
                        HEAD
                                + "Bought,2017,CY,scope1,100,t,r\n"
                                + "Bought,2018,CY,scope1,102,t,r\n"
                                + "Bought,2019,CY,scope1,300,t,r\n"
                                + "Bought,2020,CY,scope1,303,t,r\n");
        Case after =
                test.cases().stream()
                        .filter(tried -> tried.origin() == 2019)
                        .findFirst()
                        .orElseThrow();
        assertThat(after.projected().get(Method.ENGINE)).isEqualTo(300);
        assertThat(Math.abs(after.logError(Method.ENGINE)))
                .isLessThan(Math.abs(after.logError(Method.CAGR)) / 10);
    }

    @Test
    void whatIsNotStatedIsNoReasonToRefuseAndAMarkOfABookkeepersToolNeither() {
        BackTest test =
                test(
                        """
                        \uFEFFcompany,year,metric,value,vintage
                        Plain,2018,scope1,10,
                        Plain, 2019 ,scope1, 11.5 ,
                        Plain,2020,scope1,12,
                        """);
        assertThat(test.cases()).hasSize(1);
        assertThat(test.cases().getFirst().knownFrom()).isEqualTo("not stated");
    }

    /// Forty companies whose rates differ and wander, drawn apart from everything shipped.
    @Test
    void theShippedBandsHoldAboutFourInFiveOfCompaniesThatWereMadeUp() {
        StringBuilder file = new StringBuilder(HEAD);
        SplittableRandom random = new SplittableRandom(7);
        for (int company = 0; company < 40; company++) {
            double rate = 0.12 * random.nextGaussian();
            double value = 1_000;
            for (int year = 2014; year <= 2023; year++) {
                file.append("C%02d,%d,CY,total_s123,%.3f,t,r%n".formatted(company, year, value));
                value *= Math.exp(rate + 0.15 * random.nextGaussian());
            }
        }
        List<Calibration.Coverage> coverage =
                Calibration.of(BackTest.of(ReportedSeries.shipped()).cases())
                        .coverage(test(file.toString()).cases());
        assertThat(coverage.getFirst().share()).isBetween(0.7, 0.95);
        assertThat(coverage.getFirst().n()).isEqualTo(40 * 36);
    }

    private static BackTest test(String file) {
        return BackTest.of(ReportedSeries.read(new StringReader(file)));
    }
}

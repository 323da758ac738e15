package org.netzero.gateway.roadmap.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netzero.platform.problem.InvalidInput;

class BackTestTest {

    private static final BackTest SHIPPED = BackTest.of(ReportedSeries.shipped());

    @Test
    void everyMethodIsScoredOnTheSameCases() {
        for (int horizon = 1; horizon <= 3; horizon++) {
            int years = horizon;
            List<Integer> counts =
                    SHIPPED.scores().stream()
                            .filter(score -> score.company().equals(Score.ALL))
                            .filter(score -> score.kind().equals(Score.ALL))
                            .filter(score -> score.horizon() == years)
                            .map(Score::n)
                            .distinct()
                            .toList();
            assertThat(counts).hasSize(1);
            assertThat(counts.getFirst())
                    .isEqualTo(
                            (int)
                                    SHIPPED.cases().stream()
                                            .filter(tried -> tried.horizon() == years)
                                            .count());
        }
    }

    @Test
    void theEngineErrsLessThanEverySimpleMethodOverAllCompanies() {
        for (int horizon = 1; horizon <= 3; horizon++) {
            double engine = error(Score.ALL, Method.ENGINE, horizon);
            for (Method simple : Method.values()) {
                if (simple != Method.ENGINE) {
                    assertThat(engine)
                            .as("%d years ahead, against %s", horizon, simple)
                            .isLessThan(error(Score.ALL, simple, horizon));
                }
            }
        }
    }

    @Test
    void aProjectionKnowsNoLaterFigure() {
        List<Figure> early = new ArrayList<>();
        List<Figure> changed = new ArrayList<>();
        for (int year = 2015; year <= 2022; year++) {
            early.add(figure(year, 100 + year % 3, "2023 report"));
            changed.add(figure(year, year > 2018 ? 900 : 100 + year % 3, "2023 report"));
        }
        Case before = asOf(2018, 2, BackTest.of(early));
        Case after = asOf(2018, 2, BackTest.of(changed));
        assertThat(after.projected()).isEqualTo(before.projected());
        assertThat(after.actual()).isNotEqualTo(before.actual());
    }

    @Test
    void aRestatementPublishedLaterIsNotUsed() {
        BackTest test =
                BackTest.of(
                        List.of(
                                figure(2018, 50, "2019 report"),
                                figure(2019, 60, "2019 report"),
                                figure(2018, 80, "2022 report"),
                                figure(2019, 90, "2022 report"),
                                figure(2020, 95, "2022 report")));
        Case tried = asOf(2019, 1, test);
        assertThat(tried.history().values()).containsExactly(50.0, 60.0);
        assertThat(tried.asPublished()).isTrue();
        assertThat(tried.actual()).isEqualTo(95);
    }

    @Test
    void whereNoReportOfTheTimeIsAtHandALaterOneIsCutBackAndSaysSo() {
        assertThat(SHIPPED.cases())
                .filteredOn(tried -> tried.company().equals("Amazon") && tried.origin() == 2020)
                .isNotEmpty()
                .allSatisfy(tried -> {
                    assertThat(tried.asPublished()).isFalse();
                    assertThat(tried.history().lastKey()).isEqualTo(2020);
                });
    }

    @Test
    void aNoteOnAFigureMakesNoReportOfItsOwn() {
        Case tried =
                SHIPPED.cases().stream()
                        .filter(candidate -> candidate.company().equals("Tencent"))
                        .filter(candidate -> candidate.metric().equals("scope2"))
                        .filter(candidate -> candidate.origin() == 2021 && candidate.horizon() == 1)
                        .findFirst()
                        .orElseThrow();
        assertThat(tried.knownFrom()).isEqualTo("2021 report");
        assertThat(tried.history().values()).containsExactly(1_710_000.0, 2_349_000.0);
        assertThat(tried.actual()).isEqualTo(2_650_073.3);
    }

    @Test
    void companiesWithTooFewYearsAreNamed() {
        assertThat(SHIPPED.companies())
                .containsExactly("Alibaba", "Amazon", "Baidu", "Google", "Tencent");
        assertThat(SHIPPED.withoutCases()).containsExactly("Alibaba", "Baidu");
    }

    @Test
    void theOrderOfTheFiguresChangesNothing() {
        List<Figure> turned = new ArrayList<>(ReportedSeries.shipped());
        Collections.reverse(turned);
        assertThat(BackTest.of(turned)).isEqualTo(SHIPPED);
    }

    @Test
    void theSimpleMethodsAreWhatTheirNamesSay() {
        Case tried =
                asOf(
                        2002,
                        2,
                        BackTest.of(
                                Stream.of(2000, 2001, 2002, 2003, 2004)
                                        .map(year ->
                                                figure(
                                                        year,
                                                        100 + 10.0 * (year - 2000),
                                                        "2005 report"))
                                        .toList()));
        double growth = Math.log(1.2) / 2;
        assertThat(tried.projected().get(Method.LAST_VALUE)).isEqualTo(120);
        assertThat(tried.projected().get(Method.LINEAR_DRIFT)).isEqualTo(140);
        assertThat(tried.projected().get(Method.CAGR)).isCloseTo(144, within(1e-9));
        assertThat(tried.projected().get(Method.DAMPED_TREND))
                .isCloseTo(120 * Math.exp(growth * (0.8 + 0.64)), within(1e-9));
    }

    @Test
    void sharesIntensitiesAndCategoriesAreNotProjected() {
        assertThat(SHIPPED.cases())
                .noneSatisfy(tried ->
                        assertThat(tried.metric()).containsAnyOf("pct", "pue", "scope3_c", "per_"));
        assertThat(Kind.of("renewable_electricity_pct")).isEqualTo(Optional.empty());
    }

    @Test
    void aFileIsRefusedByLineAndNothingOfItIsUsed() {
        String file =
                """
                company,year,year_basis,metric,value,unit,vintage
                A,2019,CY,scope1,12,t,2020 report
                A,next,CY,scope1,12,t,2020 report
                A,1066,CY,scope1,12,t,2020 report
                A,2020,CY,scope1,NaN,t,2020 report
                """;
        assertThatThrownBy(() -> ReportedSeries.read(new StringReader(file)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("year: line 3: 'next' is no calendar year")
                .hasMessageContaining("year: line 4: 1066 is no calendar year")
                .hasMessageContaining("value: line 5: NaN is out of range");
        assertThatThrownBy(() -> ReportedSeries.read(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("company, year, metric, value are missing");
        assertThatThrownBy(() -> ReportedSeries.read(new StringReader("")))
                .isInstanceOf(InvalidInput.class);
    }

    private static double error(String company, Method method, int horizon) {
        return SHIPPED.scores().stream()
                .filter(score -> score.company().equals(company))
                .filter(score -> score.kind().equals(Score.ALL))
                .filter(score -> score.method() == method && score.horizon() == horizon)
                .mapToDouble(Score::meanAbsoluteLogError)
                .findFirst()
                .orElseThrow();
    }

    private static Case asOf(int origin, int horizon, BackTest test) {
        return test.cases().stream()
                .filter(tried -> tried.origin() == origin && tried.horizon() == horizon)
                .findFirst()
                .orElseThrow();
    }

    private static Figure figure(int year, double value, String vintage) {
        return new Figure("Some company", year, "CY", "scope1", value, "tCO2e", vintage);
    }
}

package org.netzero.gateway.roadmap.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<Case> CASES = BackTest.of(ReportedSeries.shipped()).cases();

    @Test
    void errorsGrowAboutWithTheHorizonNotItsRoot() {
        assertThat(Calibration.yearsOfError(1, 0.8)).isEqualTo(1);
        assertThat(Calibration.yearsOfError(3, 0.8)).isCloseTo(2.72, within(1e-9));
        assertThat(Calibration.yearsOfError(4, 1)).isEqualTo(4);
    }

    @Test
    void aCompanyIsHeldAgainstBandsMadeWithoutIt() {
        List<Calibration.Coverage> unseen = Calibration.unseen(CASES);
        assertThat(unseen)
                .extracting(Calibration.Coverage::company)
                .containsExactly("ALL", "Amazon", "Google", "Tencent");
        assertThat(unseen.getFirst().n())
                .isEqualTo(unseen.subList(1, 4).stream().mapToInt(Calibration.Coverage::n).sum());
        assertThat(unseen.getFirst().share())
                .isLessThan(Calibration.of(CASES).coverage(CASES).getFirst().share());
    }

    @Test
    void ofCompaniesNotSeenAboutFourInFiveOutcomesLieInside() {
        List<Calibration.Coverage> unseen = Calibration.unseen(CASES);
        assertThat(Calibration.meanOfCompanies(unseen))
                .as("each company counted once")
                .isBetween(0.7, 0.9);
        assertThat(Calibration.meanOfCompanies(List.of())).isZero();
    }

    @Test
    void withoutCasesThereIsNoBand() {
        Calibration none = Calibration.of(List.of());
        assertThat(none.deviation(Calibration.Group.ENERGY)).isZero();
        assertThat(none.coverage(CASES).getFirst().inside()).isZero();
    }

    @Test
    void theOrderOfCasesChangesNothing() {
        List<Case> turned = new ArrayList<>(CASES);
        Collections.reverse(turned);
        assertThat(Calibration.of(turned)).isEqualTo(Calibration.of(CASES));
    }
}

package org.netzero.emissions.baseyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.emissions.baseyear.StructuralChange.Kind;

class BaseYearCheckTest {

    private static final Instant STATED = Instant.parse("2024-01-01T00:00:00Z");
    private static final BigDecimal BASE = new BigDecimal("1000");

    private static StructuralChange change(String id, Kind kind, String tonnes) {
        return new StructuralChange(
                id, kind, LocalDate.of(2023, 1, 1), new BigDecimal(tonnes), "because", STATED);
    }

    private static BaseYearCheck check(boolean cumulative, StructuralChange... changes) {
        return BaseYearCheck.of(
                new BaseYearPolicy(2021, new BigDecimal("5"), cumulative),
                BASE,
                List.of(changes),
                Optional.empty());
    }

    /// Published totals of 2021: 5,111,000 t, restated as 5,871,781 t.
    @Test
    void thePublishedRestatementIsFourteenPointNinePercent() {
        BaseYearCheck check =
                BaseYearCheck.of(
                        new BaseYearPolicy(2021, new BigDecimal("5"), true),
                        new BigDecimal("5111000"),
                        List.of(change("restated", Kind.METHODOLOGY, "760781")),
                        Optional.empty());

        assertThat(check.sumPercent().setScale(1, RoundingMode.HALF_EVEN))
                .isEqualTo(new BigDecimal("14.9"));
        assertThat(check.due()).isTrue();
        assertThat(check.trace().output()).isEqualTo("14.885169 %");
        assertThat(check.trace().children()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "ORGANIC_GROWTH", mode = EnumSource.Mode.EXCLUDE)
    void oneChangeAboveTheThresholdIsEnoughInEitherDirection(Kind kind) {
        assertThat(check(false, change("a", kind, "50.001")).due()).isTrue();
        assertThat(check(false, change("a", kind, "-50.001")).due()).isTrue();
    }

    @Test
    void aChangeAtTheThresholdIsNotAboveIt() {
        assertThat(check(true, change("a", Kind.ERROR, "50")).due()).isFalse();
    }

    @Test
    void smallChangesAddUpOnlyUnderACumulativePolicy() {
        StructuralChange[] three = {
            change("a", Kind.ACQUISITION, "20"),
            change("b", Kind.INSOURCING, "20"),
            change("c", Kind.DATA, "20")
        };

        assertThat(check(true, three).due()).isTrue();
        assertThat(check(true, three).sumPercent()).isEqualByComparingTo("6");
        assertThat(check(false, three).due()).isFalse();
    }

    @Test
    void aRiseAndAFallCancelInTheSum() {
        assertThat(
                        check(
                                        true,
                                        change("a", Kind.ACQUISITION, "40"),
                                        change("b", Kind.DIVESTMENT, "-40"))
                                .due())
                .isFalse();
    }

    @Test
    void organicGrowthNeverCounts() {
        BaseYearCheck check = check(true, change("a", Kind.ORGANIC_GROWTH, "900"));

        assertThat(check.due()).isFalse();
        assertThat(check.sumTonnes()).isEqualByComparingTo("0");
        assertThat(check.trace().children().getFirst().inputs())
                .containsEntry("counts", "no: organic growth");
    }

    @Test
    void whatARestatementTookInIsSettled() {
        BaseYearCheck check =
                BaseYearCheck.of(
                        new BaseYearPolicy(2021, new BigDecimal("5"), true),
                        BASE,
                        List.of(change("a", Kind.ACQUISITION, "200")),
                        Optional.of(STATED.plusSeconds(1)));

        assertThat(check.due()).isFalse();
        assertThat(check.verdicts().getFirst().settled()).isTrue();
    }

    @Test
    void aThresholdOfNothingIsRefused() {
        assertThatThrownBy(() -> new BaseYearPolicy(2021, BigDecimal.ZERO, true))
                .hasMessageContaining("above 0");
    }
}

package org.netzero.emissions.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataQualityTest {

    @Test
    void theScoreIsTheMeanOfTheFive() {
        assertThat(DataQuality.parse("2;1;3;2;1").score()).isEqualByComparingTo("1.8");
        assertThat(DataQuality.parse("5;5;5;5;5").score()).isEqualByComparingTo("5");
    }

    @Test
    void blanksMakeNoDifference() {
        assertThat(DataQuality.parse(" 2; 1 ;3;2;1 "))
                .isEqualTo(new DataQuality(2, 1, 3, 2, 1))
                .hasToString("2;1;3;2;1");
    }

    @ParameterizedTest
    @CsvSource({
        "2;1;3;2, NOT_FIVE_SCORES",
        "2;1;3;2;1;1, NOT_FIVE_SCORES",
        "'2,1,3,2,1', NOT_FIVE_SCORES",
        "21321, NOT_FIVE_SCORES",
        "good, NOT_FIVE_SCORES",
        "2;1;;2;1, NOT_FIVE_SCORES",
        "2;1;-3;2;1, NOT_FIVE_SCORES",
        "0;1;3;2;1, SCORE_OUT_OF_RANGE",
        "2;1;6;2;1, SCORE_OUT_OF_RANGE",
    })
    void anythingElseIsRefused(String text, String code) {
        assertThatThrownBy(() -> DataQuality.parse(text))
                .isInstanceOfSatisfying(
                        QualityRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aRecordWithoutIndicatorsHasNoScore() {
        assertThat(RecordQuality.UNKNOWN.score()).isEmpty();
    }

    private enum Source {
        MEASURED,
        ESTIMATED
    }

    @Test
    void aTotalIsWeightedWithAmountsAndSaysHowMuchIsScored() {
        // Given
        var total =
                QualityTotal.<Source>none()
                        .plus(of("60", "1;1;1;1;1", Source.MEASURED))
                        .plus(of("-20", "5;5;5;5;5", Source.ESTIMATED))
                        .plus(
                                QualityTotal.of(
                                        new BigDecimal("20"),
                                        RecordQuality.UNKNOWN,
                                        Optional.<Source>empty()));

        // Then
        assertThat(total.score()).hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("2"));
        assertThat(total.scoredShare())
                .hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("0.8"));
        assertThat(total.shares().get(Source.MEASURED)).isEqualByComparingTo("0.6");
        assertThat(total.shares().get(Source.ESTIMATED)).isEqualByComparingTo("0.2");
    }

    @Test
    void nothingHasNeitherScoreNorShares() {
        assertThat(QualityTotal.<Source>none().score()).isEmpty();
        assertThat(QualityTotal.<Source>none().scoredShare()).isEmpty();
        assertThat(QualityTotal.<Source>none().shares()).isEmpty();
    }

    @Test
    void aScoreOfNextToNothingLeftOutDoesNotLookLikeAll() {
        var total =
                of("1000000000000000", "1;1;1;1;1", Source.MEASURED)
                        .plus(
                                QualityTotal.of(
                                        BigDecimal.ONE,
                                        RecordQuality.UNKNOWN,
                                        Optional.<Source>empty()));

        assertThat(total.scoredShare())
                .hasValueSatisfying(s -> assertThat(s).isLessThan(BigDecimal.ONE));
    }

    @Test
    void moreScoredThanThereIsIsRefused() {
        assertThatThrownBy(() ->
                        new QualityTotal<Source>(
                                BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TWO, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static QualityTotal<Source> of(String kilograms, String scores, Source source) {
        return QualityTotal.of(
                new BigDecimal(kilograms),
                new RecordQuality(Optional.empty(), Optional.of(DataQuality.parse(scores))),
                Optional.of(source));
    }
}

package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

class StatedMomentTest {

    private static final Clockface BERLIN = new Clockface(ZoneId.of("Europe/Berlin"));

    private static Optional<StatedMoment> read(Fields fields, String text) {
        return StatedMoment.read(fields, "start", text);
    }

    private static StatedMoment read(String text) {
        return read(new Fields(Map.of()), text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-13T02:00Z, 2022-03-13T02:00:00Z",
        "2022-03-13T02:15:00Z, 2022-03-13T02:15:00Z",
        "2022-03-13 02:00:00+00:00, 2022-03-13T02:00:00Z",
        "2022-03-13T02:00+08:00, 2022-03-12T18:00:00Z",
        "2022-03-13T02:00:30-03:30, 2022-03-13T05:30:30Z",
        "2024-02-29T23:59Z, 2024-02-29T23:59:00Z"
    })
    void anOffsetSaysWhichInstantItIs(String text, Instant instant) {
        assertThat(read(text)).isEqualTo(new StatedMoment(instant.getEpochSecond(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-02-29T00:00Z",
                "2022-13-01T00:00Z",
                "2022-01-01T24:00Z",
                "2022-01-01T00:60Z",
                "2022-01-01",
                "2022-01-01T00",
                "01/02/2022 00:00",
                "2022-01-01T00:00:Z",
                "2022-01-01T00:00:00.5Z",
                "2022-01-01T00:00+8:00",
                "2022-01-01T00:00+0800",
                "2022-01-01T00:00 Z",
                "44562.0416666667xx",
                "2022-01-01T00:00+19:00",
                "2O22-01-01T00:00Z"
            })
    void whatIsNoMomentIsRefusedWithTheFormsThatAre(String text) {
        var fields = new Fields(Map.of());
        assertThat(read(fields, text)).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(text)
                .hasMessageContaining("2022-03-13T02:00+08:00");
    }

    @Test
    void theHourTheClockSkipsIsNoInstantAndTheOneItRepeatsIsTwo() {
        assertThat(read("2022-03-27T02:30").instantsIn(BERLIN)).isEmpty();
        assertThat(read("2022-10-30T02:30").instantsIn(BERLIN))
                .containsExactly(
                        Instant.parse("2022-10-30T00:30:00Z").getEpochSecond(),
                        Instant.parse("2022-10-30T01:30:00Z").getEpochSecond());
        assertThat(read("2022-10-30T03:00").instantsIn(BERLIN))
                .containsExactly(Instant.parse("2022-10-30T02:00:00Z").getEpochSecond());
    }

    @Test
    void aClockShowsTheDayOfEachInstantWhicheverCameBefore() {
        ZoneId zone = ZoneId.of("America/Chicago");
        var clock = new Clockface(zone);
        var random = new java.util.SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            Instant instant =
                    Instant.parse("1990-01-01T00:00:00Z")
                            .plusSeconds(3_600L * random.nextInt(350_000));
            assertThat(clock.dayOf(instant.getEpochSecond()))
                    .as("%s", instant)
                    .isEqualTo((int) instant.atZone(zone).toLocalDate().toEpochDay());
        }
    }

    @Test
    void aChangeOfTheClockBelongsToWhatComesAfter() {
        var clock = new Clockface(ZoneId.of("Europe/Berlin"));
        long change = Instant.parse("2022-03-27T01:00:00Z").getEpochSecond();
        assertThat(clock.shownAt(change - 1) - change).isEqualTo(3_599);
        assertThat(clock.shownAt(change) - change).isEqualTo(7_200);
        assertThat(clock.shownAt(change - 1) - change).isEqualTo(3_599);
    }
}

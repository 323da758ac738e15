package org.netzero.datacenter.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.series.Weather.Stated;
import org.netzero.platform.input.Interval;

class WeatherTest {

    private static final Instant START = Instant.parse("2026-03-01T18:00:00Z");
    private static final Interval SPAN = new Interval(START, START.plus(Duration.ofHours(24)));

    private static Stated value(Instant start, Duration duration, String celsius) {
        return new Stated(new Interval(start, start.plus(duration)), new BigDecimal(celsius));
    }

    @Test
    void anHourHalfPastStandsForOneHourAndNotForTwo() {
        var hours = new TreeMap<Instant, BigDecimal>();

        Weather.spread(
                value(START.plus(Duration.ofMinutes(30)), Duration.ofHours(1), "21"), SPAN, hours);

        assertThat(hours).isEqualTo(Map.of(START, new BigDecimal("21")));
    }

    @Test
    void aDayStandsForEachOfItsHoursThatHasNoValueOfItsOwn() {
        var hours = new TreeMap<Instant, BigDecimal>();

        Weather.spread(value(START, Duration.ofHours(1), "21"), SPAN, hours);
        Weather.spread(value(START, Duration.ofHours(24), "18"), SPAN, hours);

        assertThat(hours).hasSize(24).containsEntry(START, new BigDecimal("21"));
        assertThat(hours.lastEntry().getValue()).isEqualByComparingTo("18");
    }
}

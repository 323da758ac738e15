package org.netzero.datacenter.series;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Interval;

/// The mean outdoor temperature of an hour or a day.
///
/// @param seriesId the station or model it is of
/// @param celsius °C
/// @param evidence where it can be looked up
/// @param supersedes its own id, where it corrects what was stated before
record WeatherValue(
        String seriesId,
        Interval interval,
        BigDecimal celsius,
        Optional<String> evidence,
        Optional<String> supersedes) {

    WeatherValue {
        celsius = celsius.stripTrailingZeros();
    }

    /// `tianjin/2021-03-14T00:00:00Z`
    String id() {
        return id(seriesId, interval);
    }

    static String id(String seriesId, Interval interval) {
        return seriesId + "/" + interval.start();
    }
}

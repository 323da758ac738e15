package org.netzero.gateway.roadmap.engine;

import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The measured facilities of one year; at most 10,000.
public record Measurements(int year, List<MeasuredFacility> facilities) {

    private static final int MAXIMUM_FACILITIES = 10_000;

    public Measurements {
        Require.calendarYear("measurements.year", year);
        Require.atMost("facilities", facilities.size(), MAXIMUM_FACILITIES);
        facilities = List.copyOf(facilities);
        Set<String> ids = new HashSet<>();
        for (MeasuredFacility facility : facilities) {
            if (!ids.add(facility.datacenterId())) {
                throw new DuplicateEntry("facilities", facility.datacenterId());
            }
            Require.between(
                    "measuredHours of " + facility.datacenterId(),
                    facility.measuredHours(),
                    0,
                    hoursOf(year),
                    "count each hour of " + year + " once");
        }
    }

    double hours() {
        return hoursOf(year);
    }

    private static double hoursOf(int year) {
        return Year.of(year).length() * 24.0;
    }
}

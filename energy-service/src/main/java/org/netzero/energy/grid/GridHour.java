package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/// A zone of the grid in one hour.
///
/// @param purpose what the intensity is for
/// @param intensity average of what was generated, in g/kWh
/// @param co2Only whether that is carbon dioxide alone, without other gases
/// @param mix generation by source, in MWh
/// @param supersedes the hour this one corrects, which is itself
record GridHour(
        String zone,
        Instant start,
        GridPurpose purpose,
        BigDecimal intensity,
        boolean co2Only,
        Optional<SortedMap<String, BigDecimal>> mix,
        Optional<String> evidence,
        Optional<String> supersedes) {

    /// `US-TEX-ERCO/2022-01-01T00:00:00Z`, of a residual mix with `/MARKET_RESIDUAL` behind it.
    String id() {
        return id(zone, start, purpose);
    }

    static String id(String zone, Instant start, GridPurpose purpose) {
        return switch (purpose) {
            case LOCATION_BASED -> zone + "/" + start;
            case MARKET_RESIDUAL -> zone + "/" + start + "/" + purpose;
        };
    }
}

package org.netzero.energy.site;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.netzero.platform.json.Decimals;

/// A place that uses energy, or the group of all of them.
///
/// @param siteId its id
/// @param country ISO 3166-1 alpha-2
/// @param province ISO 3166-2, within the country
/// @param gridZone the part of the grid it draws from, where that is finer than the province
/// @param timeZone whose local days and months its records fall into
/// @param entity the legal entity that runs it
/// @param floorAreaM2 square metres
public record Site(
        String siteId,
        String name,
        SiteKind kind,
        String country,
        Optional<String> province,
        Optional<String> gridZone,
        ZoneId timeZone,
        Optional<String> entity,
        Optional<BigDecimal> floorAreaM2) {

    public Site {
        floorAreaM2 = floorAreaM2.map(Decimals::canonical);
    }

    /// The part of the grid it draws from, as finely as it is stated.
    public String zoneOfGrid() {
        return gridZone.or(() -> province).orElse(country);
    }
}

package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.netzero.quantities.Quantity;

/// Energy of one site, carrier and source over one period, as the energy service totalled it.
///
/// @param period name of the period: `2021`, `2021-03`
/// @param start first local day
/// @param end the day after the last
/// @param energyKwh energy content in kWh; fuels by net calorific value; empty when their heating
///   value is not known
/// @param quantities as recorded, one per unit
/// @param provenance how its records came to be known
public record EnergyTotal(
        String siteId,
        SiteKind siteKind,
        Place place,
        EnergyCarrier carrier,
        EnergySource source,
        String period,
        LocalDate start,
        LocalDate end,
        Optional<BigDecimal> energyKwh,
        List<Quantity> quantities,
        SortedSet<Provenance> provenance) {

    public EnergyTotal {
        quantities = List.copyOf(quantities);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "An energy total ends after it starts: %s, %s".formatted(start, end));
        }
    }

    /// `site/carrier/source/period`, also the key of its event.
    public String ref() {
        return "%s/%s/%s/%s".formatted(siteId, carrier, source, period);
    }

    boolean overlaps(EnergyTotal other) {
        return other.start.isBefore(end) && start.isBefore(other.end);
    }
}

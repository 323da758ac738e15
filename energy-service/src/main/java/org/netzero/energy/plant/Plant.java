package org.netzero.energy.plant;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.installation.Installation;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// A plant that generates at a site.
///
/// @param capacity power, above zero
/// @param capacityBasis of photovoltaics only, where it is known
/// @param commissioned the first local day it was in operation
/// @param decommissioned the first local day it was not any more
/// @param fuel of plants that take one, and of these always
/// @param evidence where the facts can be looked up
public record Plant(
        String plantId,
        String name,
        String siteId,
        PlantTechnology technology,
        Quantity capacity,
        Optional<CapacityBasis> capacityBasis,
        LocalDate commissioned,
        Optional<LocalDate> decommissioned,
        Optional<PlantFuel> fuel,
        Optional<ExpectedYield> expectedYield,
        Optional<SeparateProduction> separateProduction,
        Optional<String> evidence)
        implements Installation {

    public Plant {
        if (capacity.value().signum() <= 0 || !capacity.unit().compatibleWith(Unit.KW)) {
            throw new IllegalArgumentException("'%s' is no capacity".formatted(capacity));
        }
        if (fuel.isPresent() != technology.takesFuel()) {
            throw new IllegalArgumentException(
                    "%s takes %s fuel".formatted(technology, technology.takesFuel() ? "a" : "no"));
        }
    }

    @Override
    public String id() {
        return plantId;
    }
}

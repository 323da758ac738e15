package org.netzero.energy.carrier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// One publication's heating values, at most one for each carrier.
///
/// @param id names the publication and its edition, `gbt-2589-2008`
public record HeatingValueSet(String id, Map<EnergyCarrier, HeatingValue> values) {

    public HeatingValueSet {
        values = Map.copyOf(values);
    }

    /// @throws IllegalStateException when two values are for one carrier
    public static HeatingValueSet of(String id, List<HeatingValue> values) {
        return new HeatingValueSet(
                id,
                values.stream()
                        .collect(Collectors.toMap(HeatingValue::carrier, Function.identity())));
    }

    /// The energy in a quantity of a carrier. Empty when this set does not say: what is not known
    /// is not zero.
    public Optional<EnergyContent> contentOf(EnergyCarrier carrier, Quantity quantity) {
        Dimension dimension = quantity.unit().dimension();
        if (dimension == Dimension.ENERGY) {
            return Optional.of(metered(quantity.to(Unit.KWH)));
        }
        if (dimension == Dimension.NET_CALORIFIC_ENERGY) {
            return Optional.of(metered(quantity.to(Unit.KWH_NET_CV)));
        }
        return Optional.ofNullable(values.get(carrier)).flatMap(value -> value.contentOf(quantity));
    }

    private static EnergyContent metered(Quantity kwh) {
        return new EnergyContent(kwh.value(), Optional.empty(), Optional.empty());
    }
}

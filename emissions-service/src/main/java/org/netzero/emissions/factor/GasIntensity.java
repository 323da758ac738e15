package org.netzero.emissions.factor;

import java.util.Optional;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;

/// How much of one gas an amount of an activity releases.
///
/// @param gas `CO2`, `HFC-125`, or `CO2e` where the source gives nothing finer
/// @param gwpSet the set a `CO2e` value was made with; empty for a mass of a gas
/// @param intensity mass of the gas, or of CO2e, for each unit of the activity
public record GasIntensity(String gas, Optional<GwpSet> gwpSet, Intensity intensity) {

    public static final String CO2E = "CO2e";

    public GasIntensity {
        boolean co2e = gas.equals(CO2E);
        Dimension wanted = co2e ? Dimension.CO2E_MASS : Dimension.MASS;
        if (intensity.unit().dimension() != wanted) {
            throw new IllegalArgumentException(
                    "A factor of %s gives %s, not %s".formatted(gas, wanted, intensity.unit()));
        }
        if (co2e != gwpSet.isPresent()) {
            throw new IllegalArgumentException(
                    co2e
                            ? "A factor in CO2e names the GWP set it was made with"
                            : "A mass of %s has no GWP set".formatted(gas));
        }
        if (intensity.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "A factor is not negative: %s %s".formatted(gas, intensity));
        }
    }
}

package org.netzero.emissions.factor;

import java.util.Optional;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;

/// How much of one gas an amount of an activity releases.
///
/// A source states it in one of three ways: as a mass of the gas; as the CO2e of one gas on a named
/// GWP set, from which its mass follows; or as `CO2e` of all gases together, which stays on the set
/// it was made with.
///
/// @param gas `CO2`, `HFC-125`, or `CO2e` where the source gives nothing finer
/// @param gwpSet the set a value in CO2e was made with; empty for a mass of a gas, and for `CO2e`
///   whose source does not name its set
/// @param intensity mass of the gas, or of CO2e, for each unit of the activity
public record GasIntensity(String gas, Optional<GwpSet> gwpSet, Intensity intensity) {

    public static final String CO2E = "CO2e";

    public GasIntensity {
        Dimension given = intensity.unit().dimension();
        if (gas.equals(CO2E) ? given != Dimension.CO2E_MASS : !isMassOrCo2e(given)) {
            throw new IllegalArgumentException(
                    "A factor of %s gives %s, not %s"
                            .formatted(
                                    gas,
                                    gas.equals(CO2E) ? Dimension.CO2E_MASS : Dimension.MASS,
                                    intensity.unit()));
        }
        if (given == Dimension.MASS && gwpSet.isPresent()) {
            throw new IllegalArgumentException("A mass of %s has no GWP set".formatted(gas));
        }
        if (!gas.equals(CO2E) && given == Dimension.CO2E_MASS && gwpSet.isEmpty()) {
            throw new IllegalArgumentException(
                    "The CO2e of %s names the GWP set it was made with".formatted(gas));
        }
        if (intensity.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "A factor is not negative: %s %s".formatted(gas, intensity));
        }
    }

    private static boolean isMassOrCo2e(Dimension given) {
        return given == Dimension.MASS || given == Dimension.CO2E_MASS;
    }

    /// Whether it is CO2e of all gases together.
    public boolean isTotal() {
        return gas.equals(CO2E);
    }

    /// Whether it is given in CO2e, of one gas or of all.
    public boolean isInCo2e() {
        return intensity.unit().dimension() == Dimension.CO2E_MASS;
    }
}

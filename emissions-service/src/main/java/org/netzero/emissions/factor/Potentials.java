package org.netzero.emissions.factor;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.quantities.GwpSet;

/// Global warming potentials over 100 years: kilograms of CO2e for a kilogram of a gas.
public final class Potentials {

    private final Map<Key, Potential> byGasAndSet;

    /// One value of one set.
    ///
    /// @param source document and table
    public record Potential(String gas, GwpSet set, BigDecimal value, String source) {}

    private record Key(String gas, GwpSet set) {}

    public Potentials(List<Potential> potentials) {
        byGasAndSet =
                potentials.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        p -> new Key(p.gas(), p.set()), Function.identity()));
    }

    public Optional<Potential> of(String gas, GwpSet set) {
        return Optional.ofNullable(byGasAndSet.get(new Key(gas, set)));
    }

    /// CO2 from biomass, a mass beside the scopes.
    public static final String BIOGENIC_CO2 = "biogenic CO2";

    private static final Set<String> OTHER_OUTSIDE_SCOPES =
            Set.of(BIOGENIC_CO2, "CCl4", "CH3CCl3", "CH3Br");

    /// Gases under the Montreal Protocol and biogenic CO2 are reported beside the scopes, not in
    /// them.
    public static boolean isOutsideScopes(String gas) {
        return gas.startsWith("CFC-")
                || gas.startsWith("HCFC-")
                || gas.startsWith("Halon-")
                || OTHER_OUTSIDE_SCOPES.contains(gas);
    }

    /// Whether any set has a value for the gas.
    public boolean knows(String gas) {
        return BIOGENIC_CO2.equals(gas)
                || Arrays.stream(GwpSet.values()).anyMatch(set -> of(gas, set).isPresent());
    }
}

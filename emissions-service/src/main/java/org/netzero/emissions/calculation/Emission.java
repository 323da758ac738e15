package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// A calculated emission.
///
/// @param kilograms CO2e in kg, gases outside the scopes not counted
/// @param basis the GWP set of the CO2e; empty where a stated figure does not name its set
/// @param co2Only only CO2 was accounted, so that the sum is the same in every set
/// @param gases masses behind the CO2e; empty where only CO2e is known
/// @param otherGases masses of gases outside the scopes
public record Emission(
        BigDecimal kilograms,
        Optional<GwpSet> basis,
        boolean co2Only,
        List<GasMass> gases,
        List<GasMass> otherGases) {

    public Emission {
        gases = List.copyOf(gases);
        otherGases = List.copyOf(otherGases);
    }

    static Emission none(GwpSet basis) {
        return new Emission(BigDecimal.ZERO, Optional.of(basis), true, List.of(), List.of());
    }

    /// With CO2e whose source names no GWP set: then neither has the sum one, nor known masses.
    Emission plusOfUnstatedSet(BigDecimal more) {
        return more.signum() == 0
                ? this
                : new Emission(kilograms.add(more), Optional.empty(), false, List.of(), otherGases);
    }

    /// What counts of it.
    public Emission times(BigDecimal share) {
        return new Emission(
                kilograms.multiply(share),
                basis,
                co2Only,
                gases.stream().map(mass -> mass.times(share)).toList(),
                otherGases.stream().map(mass -> mass.times(share)).toList());
    }

    /// Masses summed per gas, in the order of the gases' names.
    static List<GasMass> summed(Stream<GasMass> masses) {
        var sums = new TreeMap<String, GasMass>();
        masses.forEach(mass -> sums.merge(mass.gas(), mass, GasMass::plus));
        return List.copyOf(sums.values());
    }
}

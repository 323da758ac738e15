package org.netzero.emissions.library;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// A unit of a factor as the sources write it, `kgCO2e/million litres`, in the suite's own.
///
/// @param mass unit of what is emitted
/// @param co2e whether that is CO2e
/// @param per unit of the activity
/// @param scale times the value; units the suite lacks are multiples of ones it has
record SourceUnit(Unit mass, boolean co2e, Unit per, BigDecimal scale) {

    private static final Map<String, Unit> MASSES =
            Map.ofEntries(
                    Map.entry("kgCO2e", Unit.KG_CO2E),
                    Map.entry("kg CO2e", Unit.KG_CO2E),
                    Map.entry("tCO2e", Unit.T_CO2E),
                    Map.entry("kgCO2", Unit.KG),
                    Map.entry("tCO2", Unit.T),
                    Map.entry("kg", Unit.KG),
                    Map.entry("g", Unit.G),
                    Map.entry("lb", Unit.LB));

    private static final Map<String, Unit> PERS =
            Map.ofEntries(
                    Map.entry("tonnes", Unit.T),
                    Map.entry("t", Unit.T),
                    Map.entry("kg", Unit.KG),
                    Map.entry("short ton", Unit.SHORT_TON),
                    Map.entry("litres", Unit.L),
                    Map.entry("Litres", Unit.L),
                    Map.entry("L", Unit.L),
                    Map.entry("cubic metres", Unit.M3),
                    Map.entry("million litres", Unit.M3),
                    Map.entry("m3", Unit.M3),
                    Map.entry("10^4 Nm3", Unit.M3),
                    Map.entry("gallon", Unit.GAL),
                    Map.entry("scf", Unit.SCF),
                    Map.entry("kWh", Unit.KWH),
                    Map.entry("MWh", Unit.MWH),
                    Map.entry("GJ", Unit.GJ),
                    Map.entry("kWh (Net CV)", Unit.KWH_NET_CV),
                    Map.entry("kWh (Gross CV)", Unit.KWH_GROSS_CV),
                    Map.entry("TJ (NCV)", Unit.TJ_NET_CV),
                    Map.entry("mmBtu (HHV)", Unit.MMBTU_GROSS_CV),
                    Map.entry("mmBtu", Unit.MMBTU),
                    Map.entry("km", Unit.KM),
                    Map.entry("miles", Unit.MI),
                    Map.entry("vehicle-mile", Unit.MI),
                    Map.entry("passenger.km", Unit.PKM),
                    Map.entry("passenger-mile", Unit.PASSENGER_MILE),
                    Map.entry("tonne.km", Unit.TKM),
                    Map.entry("short ton-mile", Unit.SHORT_TON_MILE),
                    Map.entry("Room per night", Unit.ROOM_NIGHT),
                    Map.entry("per FTE Working Hour", Unit.H),
                    Map.entry("host", Unit.COUNT),
                    Map.entry("2022 USD, purchaser price", Unit.USD));

    private static final Map<String, BigDecimal> SCALES =
            Map.of(
                    "million litres", new BigDecimal("0.001"),
                    "10^4 Nm3", new BigDecimal("0.0001"));

    /// Empty where the suite has no such unit.
    static Optional<SourceUnit> parse(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String given = written.substring(0, slash);
        String per = written.substring(slash + 1);
        return Optional.ofNullable(MASSES.get(given))
                .flatMap(mass ->
                        Optional.ofNullable(PERS.get(per))
                                .map(unit ->
                                        new SourceUnit(
                                                mass,
                                                given.endsWith("CO2e"),
                                                unit,
                                                SCALES.getOrDefault(per, BigDecimal.ONE))));
    }

    /// Whether the last step of a source's path only repeats a unit or a year.
    static boolean isRepeated(String step) {
        return PERS.containsKey(step) || step.matches("\\d{4}");
    }

    Intensity intensity(BigDecimal value) {
        return new Intensity(value.multiply(scale), mass, per);
    }

    /// The same unit for a mass of a gas instead of CO2e, which for CO2 is the same number.
    SourceUnit ofMass() {
        return new SourceUnit(mass == Unit.T_CO2E ? Unit.T : Unit.KG, false, per, scale);
    }
}

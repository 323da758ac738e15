package org.netzero.datacenter.thermal;

/// Liquid water near the pressure of its vapour, 0.01 to 106.85 °C.
///
/// Source: IAPWS Formulation 1995 (Wagner and Pruß, J. Phys. Chem. Ref. Data 31, 387, 2002), in the
/// rounding of Perry's Chemical Engineers' Handbook, 9th edition, table 2-135; linear in between,
/// which is off by less than 0.02 %. Up to 16 bar the product of density and heat capacity is
/// higher by less than 0.1 %.
public final class Water {

    public static final String SOURCE =
            "IAPWS-95, Perry's Chemical Engineers' Handbook 9th ed., table 2-135";

    private static final double KELVIN_AT_0_CELSIUS = 273.15;
    private static final double MJ_PER_KWH = 3.6;

    private static final double[] KELVIN = {
        273.16, 280, 290, 300, 310, 320, 330, 340, 350, 360, 370, 380
    };

    /// mol/L.
    private static final double[] DENSITY = {
        55.497, 55.501, 55.440, 55.315, 55.139, 54.919, 54.662, 54.371, 54.049, 53.698, 53.321,
        52.918
    };

    /// kJ/(mol K).
    private static final double[] HEAT_CAPACITY = {
        0.076023, 0.075688, 0.075429, 0.075320, 0.075294, 0.075317, 0.075373, 0.075456, 0.075567,
        0.075708, 0.075883, 0.076098
    };

    private Water() {}

    /// Whether the properties of liquid water are known at this temperature, °C.
    public static boolean isKnownAt(double celsius) {
        double kelvin = celsius + KELVIN_AT_0_CELSIUS;
        return kelvin >= KELVIN[0] && kelvin <= KELVIN[KELVIN.length - 1];
    }

    /// What a cubic metre, measured at one temperature, carries for each kelvin of difference
    /// around a mean, kWh/(m3 K): density there × isobaric heat capacity here.
    ///
    /// @param meterCelsius where the volume is measured
    /// @param meanCelsius of supply and return
    /// @throws IllegalArgumentException outside the range
    public static double kwhPerCubicMetreAndKelvin(double meterCelsius, double meanCelsius) {
        return at(meterCelsius, DENSITY) * at(meanCelsius, HEAT_CAPACITY) / MJ_PER_KWH;
    }

    private static double at(double celsius, double[] values) {
        if (!isKnownAt(celsius)) {
            throw new IllegalArgumentException("Liquid water from 0.01 to 106.85 °C: " + celsius);
        }
        double kelvin = celsius + KELVIN_AT_0_CELSIUS;
        int upper = 1;
        while (KELVIN[upper] < kelvin) {
            upper++;
        }
        double share = (kelvin - KELVIN[upper - 1]) / (KELVIN[upper] - KELVIN[upper - 1]);
        return values[upper - 1] + share * (values[upper] - values[upper - 1]);
    }
}

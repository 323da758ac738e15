package org.netzero.datacenter.indicator;

/// The formulas of the indicators, each with the standard that defines it. A changed formula gets
/// another version: figures of two versions are not compared without saying so.
enum Formula {
    PUE("ISO/IEC 30134-2", 3, "1", "E_facility / E_IT"),
    WUE("ISO/IEC 30134-9", 1, "L/kWh", "water of the site / E_IT"),
    CUE_LOCATION_BASED(
            "ISO/IEC 30134-8",
            2,
            "kg CO2e/kWh",
            "(E_grid × average of the grid + E_fuel × factor of the fuel) / E_IT"),
    CUE_MARKET_BASED(
            "ISO/IEC 30134-8",
            2,
            "kg CO2e/kWh",
            "(Σ by month (Σ E_covered × rate conveyed + (E_grid − Σ E_covered) × residual mix) + E_fuel × factor of the fuel) / E_IT"),
    REF(
            "ISO/IEC 30134-3",
            2,
            "1",
            "Σ by month min(E_facility, retired for the site + own renewable generation kept) / E_facility"),
    ERF("ISO/IEC 30134-6", 2, "1", "heat handed over / E_facility"),
    ERE(
            "The Green Grid, Energy Reuse Effectiveness",
            2,
            "1",
            "(E_facility − heat handed over) / E_IT"),
    LOAD("netzero", 1, "1", "E_IT / (power the IT is built for × hours)");

    /// Of all formulas together.
    static final String VERSION = "netzero-indicators/3";

    /// Every energy counts its metered kWh, whatever its carrier.
    static final String CONVERSION_FACTORS = "METERED_KWH/1";

    private final String standard;
    private final int number;
    private final String unit;
    private final String text;

    Formula(String standard, int number, String unit, String text) {
        this.standard = standard;
        this.number = number;
        this.unit = unit;
        this.text = text;
    }

    String standard() {
        return standard;
    }

    /// `ISO/IEC 30134-2; netzero-pue/2`
    String version() {
        return "%s; netzero-%s/%d"
                .formatted(
                        standard,
                        name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        number);
    }

    String unit() {
        return unit;
    }

    String text() {
        return text;
    }
}

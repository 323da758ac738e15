package org.netzero.gateway.roadmap.backtest;

import java.util.Optional;
import org.netzero.gateway.roadmap.engine.GrowthRule;

/// What a figure of a series measures. Shares, ratios, intensities and money are no kind: they are
/// not projected. Categories of scope 3 are none either, so that one company with many of them does
/// not decide.
public enum Kind {
    TOTAL,
    SCOPE_1,
    /// Market-based, or where the report does not say.
    SCOPE_2,
    SCOPE_2_LOCATION,
    SCOPE_3,
    ENERGY,
    ELECTRICITY;

    /// The kind of a metric by its name in the series.
    public static Optional<Kind> of(String metric) {
        return switch (metric) {
            case "total_s123", "total_s123_mb", "total_s123_lb", "total_reported" ->
                    Optional.of(TOTAL);
            case "scope1" -> Optional.of(SCOPE_1);
            case "scope2", "scope2_mb" -> Optional.of(SCOPE_2);
            case "scope2_lb" -> Optional.of(SCOPE_2_LOCATION);
            case "scope3", "scope3_total" -> Optional.of(SCOPE_3);
            case "energy_total" -> Optional.of(ENERGY);
            case "electricity_total", "electricity_purchased", "energy_indirect" ->
                    Optional.of(ELECTRICITY);
            default -> Optional.empty();
        };
    }

    /// Whether it follows the energy used, whose growth is steadier than that of emissions by
    /// contract, spend or fuel.
    public boolean followsEnergy() {
        return switch (this) {
            case ELECTRICITY, ENERGY, SCOPE_2_LOCATION -> true;
            case TOTAL, SCOPE_1, SCOPE_2, SCOPE_3 -> false;
        };
    }

    /// How the suite reads a growth rate from a history of it.
    GrowthRule growthRule() {
        return followsEnergy() ? GrowthRule.OF_ENERGY : GrowthRule.OF_OTHERS;
    }

    /// What is left of a growth rate after a year: the shipped scenarios' damping.
    public double damping() {
        return followsEnergy() ? 0.9 : 0.8;
    }
}

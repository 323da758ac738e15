package org.netzero.energy.performance;

import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;

/// What of a plant a figure tells.
enum PlantFlow {
    GENERATION,
    EXPORT,
    CURTAILMENT,
    HEAT,
    COOLING;

    /// @param source what the plant generates as
    boolean isOf(Series series, EnergySource source) {
        return switch (this) {
            case GENERATION ->
                    series.carrier() == EnergyCarrier.ELECTRICITY && series.source() == source;
            case EXPORT ->
                    series.carrier() == EnergyCarrier.ELECTRICITY
                            && series.source() == EnergySource.EXPORTED;
            case CURTAILMENT -> series.source() == EnergySource.CURTAILED;
            case HEAT ->
                    (series.carrier() == EnergyCarrier.DISTRICT_HEAT
                                    || series.carrier() == EnergyCarrier.STEAM)
                            && series.source() == source;
            case COOLING ->
                    series.carrier() == EnergyCarrier.DISTRICT_COOLING && series.source() == source;
        };
    }

    /// Whether several plants that generate in different ways share it.
    boolean isOfAnyPlant() {
        return this == EXPORT || this == CURTAILMENT;
    }
}

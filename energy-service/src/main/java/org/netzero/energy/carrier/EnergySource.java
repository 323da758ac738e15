package org.netzero.energy.carrier;

import java.util.Arrays;
import java.util.List;

/// Where the energy came from, or where it went.
public enum EnergySource {
    /// Bought from a grid or network.
    PURCHASED(Flow.PURCHASE),
    /// The part of [#PURCHASED] that is claimed to be renewable; never an addition to it.
    PURCHASED_RENEWABLE(Flow.RENEWABLE_PURCHASE),
    /// Fuel burnt in boilers, generators and turbines.
    COMBUSTION_STATIONARY(Flow.COMBUSTION),
    /// Fuel burnt in own vehicles.
    COMBUSTION_MOBILE(Flow.COMBUSTION),
    /// Own photovoltaic generation, gross of what is exported.
    ON_SITE_PV(Flow.OWN_RENEWABLE),
    /// Own wind generation, gross of what is exported.
    ON_SITE_WIND(Flow.OWN_RENEWABLE),
    /// Power, heat and cooling of an own plant that burns fuel, or of a fuel cell; the fuel is
    /// accounted as fuel.
    ON_SITE_CHP(Flow.OWN_COGENERATION),
    /// Handed over to a grid, a network or a neighbour.
    EXPORTED(Flow.EXPORT),
    STORAGE_CHARGE(Flow.STORAGE_CHARGE),
    STORAGE_DISCHARGE(Flow.STORAGE_DISCHARGE),
    /// What an own plant could have generated and was not let to. It enters no balance.
    CURTAILED(Flow.CURTAILMENT),
    /// What a site used, where it meters that itself: a check of all else. It enters no balance.
    LOAD(Flow.LOAD);

    private final Flow flow;

    EnergySource(Flow flow) {
        this.flow = flow;
    }

    public Flow flow() {
        return flow;
    }

    /// Fuels are burnt, electricity does everything else, heat, steam and cooling are bought, made
    /// from own fuel, or handed over.
    public boolean isPossibleFor(EnergyCarrier carrier) {
        return switch (this) {
            case COMBUSTION_STATIONARY, COMBUSTION_MOBILE -> carrier.isFuel();
            case PURCHASED, EXPORTED, ON_SITE_CHP -> !carrier.isFuel();
            case PURCHASED_RENEWABLE,
                    ON_SITE_PV,
                    ON_SITE_WIND,
                    STORAGE_CHARGE,
                    STORAGE_DISCHARGE,
                    CURTAILED,
                    LOAD ->
                    carrier == EnergyCarrier.ELECTRICITY;
        };
    }

    public static List<EnergySource> possibleFor(EnergyCarrier carrier) {
        return Arrays.stream(values()).filter(source -> source.isPossibleFor(carrier)).toList();
    }
}

package org.netzero.gateway.roadmap.engine;

/// The steps at which levers act, in their fixed order. Credits come after all of them and are no
/// lever: see [OffsetPolicy].
public enum LeverNode {
    DEMAND,
    EFFICIENCY,
    ELECTRIFICATION,
    FUEL_AND_REFRIGERANT,
    SUPPLIER_FACTOR,
    OWN_RENEWABLES,
    GREEN_POWER,
    RESIDUAL;

    /// Whether a lever of this node may have that effect.
    boolean admits(LeverEffect effect) {
        return switch (effect) {
            case LeverEffect.Reduction(Reach reach, double _) -> admits(reach);
            case LeverEffect.PueTarget _ -> this == EFFICIENCY;
            case LeverEffect.Electrification _ -> this == ELECTRIFICATION;
            case LeverEffect.OwnGeneration _ -> this == OWN_RENEWABLES;
            case LeverEffect.RenewableShareTarget _, LeverEffect.Certificates _ ->
                    this == GREEN_POWER;
        };
    }

    private boolean admits(Reach reach) {
        boolean anyActivity = this == DEMAND || this == EFFICIENCY;
        return switch (reach) {
            case Reach.Scope1 _, Reach.Heat _ ->
                    anyActivity || this == FUEL_AND_REFRIGERANT || this == RESIDUAL;
            case Reach.Electricity _ -> anyActivity;
            case Reach.Scope3 _, Reach.Scope3Category _ ->
                    anyActivity || this == SUPPLIER_FACTOR || this == RESIDUAL;
        };
    }
}

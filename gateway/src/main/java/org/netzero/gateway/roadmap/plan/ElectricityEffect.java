package org.netzero.gateway.roadmap.plan;

/// What a unit of a lever in use does to electricity in a year.
///
/// @param demandMwhPerUnit added demand, negative where it saves electricity
/// @param renewableMwhPerUnit added renewable electricity, own or purchased
public record ElectricityEffect(YearPath demandMwhPerUnit, YearPath renewableMwhPerUnit) {

    public static final ElectricityEffect NONE =
            new ElectricityEffect(YearPath.constant(0), YearPath.constant(0));
}

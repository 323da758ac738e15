package org.netzero.datacenter.facility;

/// What is done with readings that are pushed for a facility.
///
/// @param collectUnknown whether names that no point has are noted as pending points
/// @param live whether a reading without a time is of the moment at which it arrives
public record FacilityIntake(boolean collectUnknown, boolean live) {

    /// Nothing but what the rules of readings say.
    public static final FacilityIntake USUAL = new FacilityIntake(false, false);
}

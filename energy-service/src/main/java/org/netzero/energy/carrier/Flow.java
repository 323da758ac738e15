package org.netzero.energy.carrier;

/// The line of the balance that a source adds to. A total stated for the group stands for one
/// carrier and flow, however its sites split the flow into sources.
public enum Flow {
    COMBUSTION,
    PURCHASE,
    RENEWABLE_PURCHASE,
    OWN_RENEWABLE,
    OWN_COGENERATION,
    EXPORT,
    STORAGE_CHARGE,
    STORAGE_DISCHARGE
}

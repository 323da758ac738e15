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
    STORAGE_DISCHARGE,
    /// Never generated, so it is nothing that could be used.
    CURTAILMENT,
    /// What the other flows come to, metered once more.
    LOAD;

    /// Whether it adds to a balance. The others are kept beside it.
    public boolean entersBalance() {
        return switch (this) {
            case COMBUSTION,
                    PURCHASE,
                    RENEWABLE_PURCHASE,
                    OWN_RENEWABLE,
                    OWN_COGENERATION,
                    EXPORT,
                    STORAGE_CHARGE,
                    STORAGE_DISCHARGE ->
                    true;
            case CURTAILMENT, LOAD -> false;
        };
    }
}

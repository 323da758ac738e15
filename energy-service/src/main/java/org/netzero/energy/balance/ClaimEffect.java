package org.netzero.energy.balance;

/// What an allocation of an instrument does to the accounts of a site.
public enum ClaimEffect {
    /// Purchased electricity of the site is claimed by the instrument.
    COVERS_CONSUMPTION,
    /// The attributes of electricity that the site generated and used itself went to somebody else.
    SELLS_OWN_GENERATION
}

package org.netzero.energy.claim;

/// Whether a contract hands the attributes of the power over to its buyer.
public enum Attributes {
    /// The contract says that the buyer alone may claim them.
    CONVEYED,
    /// Somebody else keeps them: the power comes without.
    NOT_CONVEYED
}

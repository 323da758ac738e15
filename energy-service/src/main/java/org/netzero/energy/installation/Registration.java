package org.netzero.energy.installation;

/// What registering an installation did.
public enum Registration {
    NEW,
    CHANGED,
    UNCHANGED
}

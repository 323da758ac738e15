package org.netzero.emissions.consumption;

/// What a site uses or throws away that is not energy.
public enum Resource {
    WATER,
    HAZARDOUS_WASTE,
    NON_HAZARDOUS_WASTE
}

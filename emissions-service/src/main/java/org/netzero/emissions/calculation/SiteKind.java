package org.netzero.emissions.calculation;

/// What a site is.
public enum SiteKind {
    OFFICE,
    DATA_CENTER,
    /// The company as a whole: its energy is a total, of which the sites' energy is a part.
    GROUP,
    OTHER
}

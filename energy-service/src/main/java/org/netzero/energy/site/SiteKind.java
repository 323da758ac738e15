package org.netzero.energy.site;

/// What a site is. The records of a `GROUP` state totals of the whole company.
public enum SiteKind {
    OFFICE,
    DATA_CENTER,
    GROUP,
    OTHER
}

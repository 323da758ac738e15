package org.netzero.datacenter.regression;

/// How long the intervals of a model are.
public enum Resolution {
    HOUR,
    DAY,
    MONTH
}

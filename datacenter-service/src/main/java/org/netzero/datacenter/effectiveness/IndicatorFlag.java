package org.netzero.datacenter.effectiveness;

/// What a reader should know of an indicator.
public enum IndicatorFlag {
    /// A part of the energies lies in gaps and was spread over them by time.
    ESTIMATED,
    /// Less than 95 % of the expected hours are measured.
    INDICATIVE,
    /// Less than twelve continuous months (ISO/IEC 30134-2: only a year has a PUE without an
    /// epithet).
    INTERIM,
    /// More IT energy than facility energy: the balance is wrong, so PUE and what follows from it
    /// are held.
    PUE_BELOW_ONE,
    /// The site is not known yet: the period was cut in UTC.
    TIME_ZONE_UNKNOWN
}

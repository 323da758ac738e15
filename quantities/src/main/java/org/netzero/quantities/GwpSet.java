package org.netzero.quantities;

/// A published set of global warming potentials: assessment report of the IPCC and time horizon in
/// years.
public enum GwpSet {
    /// Fourth assessment report (2007), 100 years.
    AR4_100,
    /// Fifth assessment report (2013), 100 years, without climate-carbon feedback.
    AR5_100,
    /// Sixth assessment report (2021), 100 years.
    AR6_100;

    /// The set an inventory uses where nobody chose another.
    public static final GwpSet DEFAULT = AR5_100;
}

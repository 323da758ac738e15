package org.netzero.energy.carrier;

/// What stands behind a figure. Where two kinds tell of the same energy, the better one counts: the
/// intervals of meters give a bill its hours, and are not added to it. Which is better is set for
/// each site.
public enum Evidence {
    MEASURED(Provenance.MEASURED),
    INVOICED(Provenance.INVOICED),
    METERED(Provenance.MEASURED),
    TELEMETRY(Provenance.MEASURED),
    ESTIMATED(Provenance.ESTIMATED),
    STATED(Provenance.STATED),
    DEFAULTED(Provenance.DEFAULTED);

    private final Provenance provenance;

    Evidence(Provenance provenance) {
        this.provenance = provenance;
    }

    public Provenance provenance() {
        return provenance;
    }

    /// Whether it stands in for a figure, and is none.
    public boolean standsIn() {
        return this == ESTIMATED || this == DEFAULTED;
    }
}

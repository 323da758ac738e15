package org.netzero.energy.carrier;

/// What stands behind a figure, the better first: revenue meter and invoice, then own telemetry,
/// then estimate, then statement, then default. Where two tell of the same energy, the better one
/// counts.
public enum Evidence {
    MEASURED(0, Provenance.MEASURED),
    INVOICED(0, Provenance.INVOICED),
    TELEMETRY(1, Provenance.MEASURED),
    ESTIMATED(2, Provenance.ESTIMATED),
    STATED(3, Provenance.STATED),
    DEFAULTED(4, Provenance.DEFAULTED);

    private final int rank;
    private final Provenance provenance;

    Evidence(int rank, Provenance provenance) {
        this.rank = rank;
        this.provenance = provenance;
    }

    public Provenance provenance() {
        return provenance;
    }

    public boolean isBetterThan(Evidence other) {
        return rank < other.rank;
    }
}

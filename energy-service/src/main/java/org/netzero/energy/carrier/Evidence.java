package org.netzero.energy.carrier;

/// What stands behind a figure, the better first: revenue meter and invoice, then the intervals of
/// meters, then own telemetry, then estimate, then statement, then default. Where two tell of the
/// same energy, the better one counts: the intervals give a bill its hours, and are not added to
/// it.
public enum Evidence {
    MEASURED(0, Provenance.MEASURED),
    INVOICED(0, Provenance.INVOICED),
    METERED(1, Provenance.MEASURED),
    TELEMETRY(2, Provenance.MEASURED),
    ESTIMATED(3, Provenance.ESTIMATED),
    STATED(4, Provenance.STATED),
    DEFAULTED(5, Provenance.DEFAULTED);

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

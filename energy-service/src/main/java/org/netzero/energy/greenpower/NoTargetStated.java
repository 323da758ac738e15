package org.netzero.energy.greenpower;

/// Nobody stated a path to green power.
final class NoTargetStated extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoTargetStated() {
        super(
                "no path to green power is on file; state one with PUT /api/energy/green-power-target");
    }
}

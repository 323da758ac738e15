package org.netzero.emissions.factor;

/// No factor of the library is for this activity.
public final class UnknownActivity extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public UnknownActivity(String activity, String known) {
        super(
                "UNKNOWN_ACTIVITY",
                "No factor knows the activity '%s'; known are %s, and stated-emissions for a stated total"
                        .formatted(activity, known));
    }
}

package org.netzero.emissions.factor;

import java.util.List;

/// No factor of the library is for this activity.
public final class UnknownActivity extends CalculationRefused {

    private static final long serialVersionUID = 1;

    /// @param near known activities whose names look like this one; may be empty
    public UnknownActivity(String activity, List<String> near) {
        super(
                "UNKNOWN_ACTIVITY",
                "No factor knows the activity '%s'; %ssearch at /api/emissions/factors?q=, where electricity, natural-gas, diesel and thousands more are known, or use stated-emissions for a stated total"
                        .formatted(
                                activity,
                                near.isEmpty()
                                        ? ""
                                        : "near it are %s; ".formatted(String.join(", ", near))));
    }
}

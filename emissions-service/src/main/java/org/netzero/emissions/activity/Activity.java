package org.netzero.emissions.activity;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.emissions.calculation.ActivityData;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;

/// An activity as somebody recorded it, checked.
///
/// @param activity key of the activity
/// @param region a code; empty: where the site is
/// @param start first local day
/// @param end the day after the last
/// @param inputs of the method, beside the quantity
/// @param quality how well the amount is known, as far as it is said
/// @param supersedes the id of the record this one corrects; may be its own
record Activity(
        String activityId,
        Optional<Scope> scope,
        Optional<Scope3Category> category,
        String activity,
        Quantity quantity,
        Optional<String> siteId,
        Optional<String> region,
        LocalDate start,
        LocalDate end,
        Optional<CalculationMethod> method,
        MethodInputs inputs,
        Optional<String> factorId,
        Provenance provenance,
        Optional<String> evidence,
        RecordQuality quality,
        Optional<String> supersedes) {

    /// What its emission is calculated from.
    ActivityData data() {
        return new ActivityData(method, quantity, inputs);
    }
}

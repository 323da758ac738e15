package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;

/// Activity data: something the company did, in its unit; or emissions somebody stated.
///
/// @param activity key of the activity, or [#STATED_EMISSIONS]
/// @param scope empty: what the factor's purpose implies
/// @param category of scope 3
/// @param regions where it happened, most specific first
/// @param start first local day
/// @param end the day after the last
/// @param method empty: quantity × factor
/// @param inputs those that the method takes
/// @param factorId a pinned factor
/// @param quality how well the amount is known, as far as it is said
public record ActivityRecord(
        String activityId,
        Optional<Scope> scope,
        Optional<Scope3Category> category,
        String activity,
        Quantity quantity,
        Optional<String> siteId,
        List<String> regions,
        LocalDate start,
        LocalDate end,
        Optional<CalculationMethod> method,
        MethodInputs inputs,
        Optional<String> factorId,
        Provenance provenance,
        RecordQuality quality) {

    /// The activity of a record that states emissions themselves.
    public static final String STATED_EMISSIONS = "stated-emissions";

    /// What the references of all activity records begin with.
    public static final String REF = "activity/";

    /// By which results name a record.
    public static String ref(String activityId) {
        return REF + activityId;
    }

    public ActivityRecord {
        regions = List.copyOf(regions);
    }

    /// What its emission is calculated from.
    ActivityData data() {
        return new ActivityData(method, quantity, inputs);
    }

    boolean isStated() {
        return activity.equals(STATED_EMISSIONS);
    }
}

package org.netzero.emissions.activity;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.emissions.calculation.Method;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.quantities.Quantity;

/// An activity as somebody recorded it, checked.
///
/// @param activity key of the activity
/// @param region a code; empty: where the site is
/// @param start first local day
/// @param end the day after the last
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
        Optional<Method> method,
        Optional<String> factorId,
        Provenance provenance,
        Optional<String> evidence,
        Optional<String> supersedes) {}

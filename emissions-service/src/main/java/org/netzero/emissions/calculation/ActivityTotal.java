package org.netzero.emissions.calculation;

import java.util.Optional;
import org.netzero.quantities.Quantity;

/// How much of an activity a site has on record in a year.
///
/// @param siteId empty: of no site
/// @param activity key of the activity, or carrier and source of energy
public record ActivityTotal(Optional<String> siteId, String activity, Quantity quantity) {

    static ActivityTotal of(ActivityRecord record) {
        return new ActivityTotal(record.siteId(), record.activity(), record.quantity());
    }
}

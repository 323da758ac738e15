package org.netzero.emissions.credit;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.quantities.Quantity;

/// A holding of carbon credits.
///
/// @param standard under which they were issued
/// @param vintage year of the reduction or removal
/// @param quantity CO2e, above 0
/// @param retiredOn empty: not retired yet, so nobody may claim it
record Credit(
        String creditId,
        String standard,
        Optional<String> project,
        int vintage,
        Kind kind,
        Quantity quantity,
        Optional<LocalDate> retiredOn,
        Optional<String> evidence) {

    enum Kind {
        REDUCTION,
        REMOVAL
    }
}

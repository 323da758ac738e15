package org.netzero.emissions.baseyear;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A change that may call for a recalculation of the base year.
///
/// @param tonnesCo2e what it adds to the emissions of the base year, or takes from them, in t CO2e
/// @param statedAt when its present form was put on file
record StructuralChange(
        String changeId,
        Kind kind,
        LocalDate happenedOn,
        BigDecimal tonnesCo2e,
        String description,
        Instant statedAt) {

    enum Kind {
        ACQUISITION,
        DIVESTMENT,
        OUTSOURCING,
        INSOURCING,
        METHODOLOGY,
        DATA,
        ERROR,
        /// More or less of what the company does anyway; never calls for a recalculation.
        ORGANIC_GROWTH;

        boolean counts() {
            return this != ORGANIC_GROWTH;
        }
    }
}

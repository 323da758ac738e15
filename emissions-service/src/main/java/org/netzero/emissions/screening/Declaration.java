package org.netzero.emissions.screening;

import java.math.BigDecimal;
import java.util.Optional;

/// What was declared.
///
/// @param entity [org.netzero.emissions.boundary.Ownership#COMPANY] for the company as a whole,
///   which also stands for every entity without a declaration of its own
/// @param reason there for every status but `CALCULATED`
/// @param estimatedShare of the company's emissions, 0 to 1
record Declaration(
        String entity,
        ScreeningSubject subject,
        ScreeningStatus status,
        Optional<String> reason,
        Optional<BigDecimal> estimatedShare) {

    Declaration {
        if (status != ScreeningStatus.CALCULATED && reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s of '%s' needs a reason".formatted(status, subject.key()));
        }
    }
}

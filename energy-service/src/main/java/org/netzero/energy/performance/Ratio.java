package org.netzero.energy.performance;

import java.math.BigDecimal;
import java.util.Optional;

/// Two amounts, one of which is given per the other; it is rounded where it is shown.
///
/// @param whole above zero
public record Ratio(BigDecimal part, BigDecimal whole) {

    public Ratio {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("Nothing can be given per " + whole);
        }
    }

    /// Empty when one of both is not known, or there is nothing to give it per.
    public static Optional<Ratio> of(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return whole.filter(known -> known.signum() > 0)
                .flatMap(known -> part.map(of -> new Ratio(of, known)));
    }
}

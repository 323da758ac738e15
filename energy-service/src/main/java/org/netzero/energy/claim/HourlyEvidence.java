package org.netzero.energy.claim;

import java.math.BigDecimal;

/// What is known of the hours in which the power of a claim was generated.
public sealed interface HourlyEvidence {

    /// Generation and load were compared hour by hour.
    ///
    /// @param generatedKwh how much of the claim was generated during it
    /// @param matchedKwh how much of that in hours in which the site drew as much
    record Compared(BigDecimal generatedKwh, BigDecimal matchedKwh) implements HourlyEvidence {}

    /// They could not be compared, or not in all hours.
    record NotKnown(String reason) implements HourlyEvidence {}

    /// They will never agree.
    record Impossible(String reason) implements HourlyEvidence {}
}

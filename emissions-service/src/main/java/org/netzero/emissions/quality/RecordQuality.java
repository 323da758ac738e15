package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.Optional;

/// What is said of how well a record's amount is known.
///
/// @param halfWidth of the activity data: of the amount that is multiplied with the factor, or of
///   the emissions where they are stated
/// @param indicators of its quality
public record RecordQuality(Optional<HalfWidth> halfWidth, Optional<DataQuality> indicators) {

    /// Nothing is said.
    public static final RecordQuality UNKNOWN =
            new RecordQuality(Optional.empty(), Optional.empty());

    /// The mean of the indicators.
    public Optional<BigDecimal> score() {
        return indicators.map(DataQuality::score);
    }
}

package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.Locale;

/// Where a factor comes from.
///
/// @param publisher who answers for the value
/// @param document document and table
/// @param published the day from which it was known
/// @param licence under which it may be passed on
/// @param confidence how it was read: `verified-source`, `secondary`, … Values from memory are
///   refused.
/// @param notes what a reader should know; may be empty
public record FactorSource(
        String publisher,
        String document,
        LocalDate published,
        String licence,
        String confidence,
        String notes) {

    public FactorSource {
        if (publisher.isBlank() || document.isBlank() || confidence.isBlank()) {
            throw new IllegalArgumentException("A factor names publisher, source and confidence");
        }
        if (restsOnMemory(confidence)) {
            throw new IllegalArgumentException("A factor that rests on memory is refused");
        }
    }

    /// Whether nobody has held the value against its publisher's own document or several copies.
    public boolean isSecondary() {
        return confidence.startsWith("secondary");
    }

    /// Whether a confidence says that somebody only remembered the value.
    public static boolean restsOnMemory(String confidence) {
        return confidence.toLowerCase(Locale.ROOT).contains("memory");
    }
}

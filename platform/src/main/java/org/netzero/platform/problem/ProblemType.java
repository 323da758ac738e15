package org.netzero.platform.problem;

import java.util.Locale;

/// A kind of refusal: each service lists its own in one enum, so every domain error has a status
/// and nothing falls back to 500.
public interface ProblemType {

    /// The enum constant's name, which is also the machine-readable `code` on the wire:
    /// `UNKNOWN_SITE`.
    String name();

    /// The HTTP status of an answer of this type.
    int status();

    /// A short sentence that is the same for every occurrence.
    String title();

    /// The last part of the problem's type URI: `unknown-site`.
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

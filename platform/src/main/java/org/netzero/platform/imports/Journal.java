package org.netzero.platform.imports;

import java.util.function.Supplier;

/// Where a file's progress is noted.
@FunctionalInterface
interface Journal {

    /// @param stretch stores a batch and says what became of it; may be asked again when it failed
    void note(Supplier<Stretch> stretch);
}

package org.netzero.emissions.library;

import java.time.LocalDate;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorSource;

/// A factor of the company's own or of a supplier, on its way into a draft. Its set is the version
/// it names.
record DraftFactor(EmissionFactor factor) {

    /// Stands for "not said": a draft is not known before its adoption anyway.
    static final LocalDate NOT_SAID = LocalDate.EPOCH;

    String set() {
        return factor.version();
    }

    /// Whether both say the same; the day from which they are known is the adoption's to say.
    boolean isSameAs(EmissionFactor stored) {
        return known(factor, NOT_SAID).equals(known(stored, NOT_SAID));
    }

    /// The factor as it is known from a day on.
    static EmissionFactor known(EmissionFactor factor, LocalDate from) {
        FactorSource source = factor.source();
        return new EmissionFactor(
                factor.id(),
                factor.version(),
                factor.activity(),
                factor.name(),
                factor.purpose(),
                factor.region(),
                factor.validFrom(),
                factor.validTo(),
                factor.gases(),
                new FactorSource(
                        source.publisher(),
                        source.document(),
                        from,
                        source.licence(),
                        source.confidence(),
                        source.notes()),
                factor.priceBasis(),
                factor.uncertainty(),
                factor.supersedes());
    }
}

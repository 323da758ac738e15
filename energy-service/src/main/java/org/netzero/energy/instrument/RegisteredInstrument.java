package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.claim.Instrument;
import org.netzero.platform.json.Decimals;

/// A certificate or contract as its holder registers it.
///
/// @param instrumentId the sender's id: the same id with the same content is the same instrument
/// @param facts what the rule sets ask about it
/// @param plant where the power is generated
/// @param price what it cost, in a currency by its ISO 4217 code
/// @param evidence where it can be looked up
/// @param acquired whether it is the company's own already
/// @param generationMeters the meters that tell the hours of its generation
/// @param supersedes the id of the instrument this one corrects; may be its own
record RegisteredInstrument(
        String instrumentId,
        Instrument facts,
        StatedEnergy quantity,
        Optional<String> plant,
        Optional<BigDecimal> price,
        Optional<String> currency,
        Optional<String> evidence,
        Acquired acquired,
        List<String> generationMeters,
        Optional<String> supersedes) {

    /// How far the instrument is when it is registered.
    enum Acquired {
        /// Issued or agreed, but not the company's yet.
        ISSUED,
        /// The company's own.
        BOUGHT
    }

    RegisteredInstrument {
        price = price.map(Decimals::canonical);
        generationMeters = List.copyOf(generationMeters);
    }
}

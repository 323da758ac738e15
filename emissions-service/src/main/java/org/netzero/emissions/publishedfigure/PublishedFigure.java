package org.netzero.emissions.publishedfigure;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Period;

/// A figure as a report printed it.
///
/// @param supersedes its own id, where it corrects what was taken from the report before
public record PublishedFigure(
        Figure figure,
        Period period,
        BigDecimal value,
        String unit,
        Optional<String> evidence,
        Optional<String> supersedes) {

    /// `scope-2/2021`
    String id() {
        return id(figure, period);
    }

    static String id(Figure figure, Period period) {
        return figure.key() + "/" + period;
    }
}

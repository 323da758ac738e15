package org.netzero.emissions.publishedfigure;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Period;

/// A figure as a report printed it.
public record PublishedFigure(
        Figure figure, Period period, BigDecimal value, String unit, Optional<String> evidence) {}

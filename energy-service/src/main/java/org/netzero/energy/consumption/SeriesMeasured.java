package org.netzero.energy.consumption;

import org.netzero.energy.balance.Series;

/// Meters or telemetry told something new of a series; within the transaction that stores it.
public record SeriesMeasured(Series series) {}

package org.netzero.energy.consumption;

import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Evidence;
import org.netzero.quantities.Quantity;

/// What the records of one line, provenance and unit say together that tell of the same days.
///
/// @param days local days of the site
public record RecordSum(Series series, Span days, Evidence evidence, Quantity quantity) {}

/// How well figures are known: widths, their propagation and simulation, scores of data quality.
/// Pure: it knows nothing of records, factors or the database. Start reading at [Term].
@NullMarked
package org.netzero.emissions.quality;

import org.jspecify.annotations.NullMarked;

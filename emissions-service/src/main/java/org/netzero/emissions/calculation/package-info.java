/// The accounting itself: activity × factor → gases → CO2e, scope 2 in both methods, and the
/// inventory of a year. Pure functions on records: the same input gives the same bytes.
@NullMarked
package org.netzero.emissions.calculation;

import org.jspecify.annotations.NullMarked;

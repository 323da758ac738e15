/// Meters, their energy interval by interval, and what it adds up to day by day and month by month.
@NullMarked
package org.netzero.energy.meter;

import org.jspecify.annotations.NullMarked;

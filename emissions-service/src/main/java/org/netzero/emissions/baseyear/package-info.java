/// When the base year has to be recalculated.
@NullMarked
package org.netzero.emissions.baseyear;

import org.jspecify.annotations.NullMarked;

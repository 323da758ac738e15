/// What instruments cost. Pure: same input, same result. Currencies are never mixed, and a price
/// that is not stated is missing, never zero.
@NullMarked
package org.netzero.energy.cost;

import org.jspecify.annotations.NullMarked;

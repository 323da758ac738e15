/// The factors by which electricity is accounted at a place in a year, as the other services hear
/// of them.
@NullMarked
package org.netzero.emissions.gridfactor;

import org.jspecify.annotations.NullMarked;

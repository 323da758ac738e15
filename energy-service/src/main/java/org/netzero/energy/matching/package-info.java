/// Which part of the electricity used was matched, hour by hour, by eligible supply. Pure: same
/// input, same result.
@NullMarked
package org.netzero.energy.matching;

import org.jspecify.annotations.NullMarked;

/// Energy records, what they add up to, and the totals other services are told.
@NullMarked
package org.netzero.energy.consumption;

import org.jspecify.annotations.NullMarked;

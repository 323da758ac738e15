/// What the energy service told of: sites, energy totals, contractual instruments, resource totals.
@NullMarked
package org.netzero.emissions.consumption;

import org.jspecify.annotations.NullMarked;

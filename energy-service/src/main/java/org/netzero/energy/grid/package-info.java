/// What zones of the grid emitted and generated, hour by hour.
@NullMarked
package org.netzero.energy.grid;

import org.jspecify.annotations.NullMarked;

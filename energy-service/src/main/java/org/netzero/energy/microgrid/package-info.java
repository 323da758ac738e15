/// A site as a grid of its own: everything that flows in and out, hour by hour, to the last joule.
@NullMarked
package org.netzero.energy.microgrid;

import org.jspecify.annotations.NullMarked;

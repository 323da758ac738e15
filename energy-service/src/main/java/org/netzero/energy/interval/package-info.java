/// Hourly energy of data centres, as their telemetry measured it.
@NullMarked
package org.netzero.energy.interval;

import org.jspecify.annotations.NullMarked;

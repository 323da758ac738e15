/// From readings to hours: counters by difference, gauges by integration over time. Pure functions:
/// the same readings give the same hours, whatever their order.
@NullMarked
package org.netzero.datacenter.metering;

import org.jspecify.annotations.NullMarked;

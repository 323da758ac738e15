/// Indicators of facilities and of the fleet: on request, as events, and as stated in reports.
@NullMarked
package org.netzero.datacenter.indicator;

import org.jspecify.annotations.NullMarked;

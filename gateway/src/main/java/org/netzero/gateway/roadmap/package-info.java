/// The way to the target year: scenarios, the figures they stand on, and their projections.
@NullMarked
package org.netzero.gateway.roadmap;

import org.jspecify.annotations.NullMarked;

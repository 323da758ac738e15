/// Projections of the scenarios on file, from the figures known now or at an earlier time.
@NullMarked
package org.netzero.gateway.roadmap.projection;

import org.jspecify.annotations.NullMarked;

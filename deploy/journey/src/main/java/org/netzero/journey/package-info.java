/// The packaged suite as its users start it, ask it and feed it: for the journeys and the
/// benchmarks.
@NullMarked
package org.netzero.journey;

import org.jspecify.annotations.NullMarked;

/// Scenarios on file: their document, their store, and the lists of levers and targets that can be
/// imported into the committed one.
@NullMarked
package org.netzero.gateway.roadmap.scenario;

import org.jspecify.annotations.NullMarked;

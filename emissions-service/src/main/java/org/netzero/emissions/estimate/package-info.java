/// Emissions of activities that are not recorded: stateless, in batches.
@NullMarked
package org.netzero.emissions.estimate;

import org.jspecify.annotations.NullMarked;

/// What `energy.instrument` promises.
@NullMarked
package org.netzero.energy.instrument;

import org.jspecify.annotations.NullMarked;

/// Emissions per what drives them.
@NullMarked
package org.netzero.emissions.intensity;

import org.jspecify.annotations.NullMarked;

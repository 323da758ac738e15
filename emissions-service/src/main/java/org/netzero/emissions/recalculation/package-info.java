/// Which years have changed and wait to be calculated again.
@NullMarked
package org.netzero.emissions.recalculation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.recalculation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.calculation;

import org.jspecify.annotations.NullMarked;

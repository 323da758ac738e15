@NullMarked
package org.netzero.emissions.indicator;

import org.jspecify.annotations.NullMarked;

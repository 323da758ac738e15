@NullMarked
package org.netzero.emissions.consumption;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.factor;

import org.jspecify.annotations.NullMarked;

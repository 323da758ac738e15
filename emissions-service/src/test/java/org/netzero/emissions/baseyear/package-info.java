@NullMarked
package org.netzero.emissions.baseyear;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.quality;

import org.jspecify.annotations.NullMarked;

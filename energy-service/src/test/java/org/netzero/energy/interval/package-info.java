@NullMarked
package org.netzero.energy.interval;

import org.jspecify.annotations.NullMarked;

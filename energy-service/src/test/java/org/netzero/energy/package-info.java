@NullMarked
package org.netzero.energy;

import org.jspecify.annotations.NullMarked;

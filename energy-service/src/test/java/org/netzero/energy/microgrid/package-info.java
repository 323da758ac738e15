@NullMarked
package org.netzero.energy.microgrid;

import org.jspecify.annotations.NullMarked;

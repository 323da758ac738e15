@NullMarked
package org.netzero.energy.grid;

import org.jspecify.annotations.NullMarked;

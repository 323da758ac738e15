@NullMarked
package org.netzero.energy.consumption;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.energy.cost;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.energy.meter;

import org.jspecify.annotations.NullMarked;

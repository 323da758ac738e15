@NullMarked
package org.netzero.energy.performance;

import org.jspecify.annotations.NullMarked;

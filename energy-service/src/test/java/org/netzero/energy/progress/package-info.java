@NullMarked
package org.netzero.energy.progress;

import org.jspecify.annotations.NullMarked;

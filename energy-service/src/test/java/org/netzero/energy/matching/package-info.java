@NullMarked
package org.netzero.energy.matching;

import org.jspecify.annotations.NullMarked;

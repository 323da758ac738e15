@NullMarked
package org.netzero.journey;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.gridfactor;

import org.jspecify.annotations.NullMarked;

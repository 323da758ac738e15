@NullMarked
package org.netzero.quantities;

import org.jspecify.annotations.NullMarked;

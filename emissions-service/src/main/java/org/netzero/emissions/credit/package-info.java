/// Carbon credits, beside the inventory: never taken from gross emissions.
@NullMarked
package org.netzero.emissions.credit;

import org.jspecify.annotations.NullMarked;

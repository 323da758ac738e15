/// Why two inventories differ.
@NullMarked
package org.netzero.emissions.bridge;

import org.jspecify.annotations.NullMarked;

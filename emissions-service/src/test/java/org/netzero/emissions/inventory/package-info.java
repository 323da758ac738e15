@NullMarked
package org.netzero.emissions.inventory;

import org.jspecify.annotations.NullMarked;

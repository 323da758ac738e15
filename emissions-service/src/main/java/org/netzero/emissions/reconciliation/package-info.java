/// Computed figures beside published ones.
@NullMarked
package org.netzero.emissions.reconciliation;

import org.jspecify.annotations.NullMarked;

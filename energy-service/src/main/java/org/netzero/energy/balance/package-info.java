/// The energy balance, as a pure function of what is on file for a period.
@NullMarked
package org.netzero.energy.balance;

import org.jspecify.annotations.NullMarked;

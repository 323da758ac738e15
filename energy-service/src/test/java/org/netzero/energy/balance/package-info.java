@NullMarked
package org.netzero.energy.balance;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.energy.calendar;

import org.jspecify.annotations.NullMarked;

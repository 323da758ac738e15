/// The collection calendar: which figures are expected of whom and when, which came, and what
/// stands in for those that did not.
@NullMarked
package org.netzero.energy.calendar;

import org.jspecify.annotations.NullMarked;

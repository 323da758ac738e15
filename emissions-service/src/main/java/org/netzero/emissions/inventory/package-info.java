/// The inventory of a year over HTTP and as an event, its results and their traces.
@NullMarked
package org.netzero.emissions.inventory;

import org.jspecify.annotations.NullMarked;

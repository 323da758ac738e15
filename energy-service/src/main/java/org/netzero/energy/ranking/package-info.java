/// Which sources count before which at a site, where that is not the usual order.
@NullMarked
package org.netzero.energy.ranking;

import org.jspecify.annotations.NullMarked;

/// The energy service: which energy a company used, where, and how much of it was renewable.
@NullMarked
package org.netzero.energy;

import org.jspecify.annotations.NullMarked;

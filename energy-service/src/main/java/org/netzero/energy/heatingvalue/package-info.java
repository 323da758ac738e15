/// The published sets of heating values this service computes by.
@NullMarked
package org.netzero.energy.heatingvalue;

import org.jspecify.annotations.NullMarked;

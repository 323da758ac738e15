/// Water drawn and waste handed over.
@NullMarked
package org.netzero.energy.resource;

import org.jspecify.annotations.NullMarked;

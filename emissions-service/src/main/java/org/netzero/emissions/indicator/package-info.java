/// What the data-centre service told of: power usage effectiveness.
@NullMarked
package org.netzero.emissions.indicator;

import org.jspecify.annotations.NullMarked;

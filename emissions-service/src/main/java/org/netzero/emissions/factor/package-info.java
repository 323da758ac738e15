/// Emission factors as values, and the rule that chooses one: pure, without database or HTTP.
@NullMarked
package org.netzero.emissions.factor;

import org.jspecify.annotations.NullMarked;

/// Emissions of scope 1, 2 and 3. Each package is a feature; `calculation` and `factor` are the
/// pure core.
@NullMarked
package org.netzero.emissions;

import org.jspecify.annotations.NullMarked;

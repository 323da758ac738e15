/// Quantities that drive emissions: revenue, staff, floor area, IT energy.
@NullMarked
package org.netzero.emissions.driver;

import org.jspecify.annotations.NullMarked;

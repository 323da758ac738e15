/// The plants that generate at the sites: what they are, and what is expected of them. Each change
/// is a revision that is added; none is overwritten.
@NullMarked
package org.netzero.energy.plant;

import org.jspecify.annotations.NullMarked;

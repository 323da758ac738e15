/// The vocabulary of energy: carriers, sources, how well a figure is known, and the energy content
/// of fuels. Pure: no framework, no database.
@NullMarked
package org.netzero.energy.carrier;

import org.jspecify.annotations.NullMarked;

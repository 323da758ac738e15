/// Which entities' emissions count, and for how much.
@NullMarked
package org.netzero.emissions.boundary;

import org.jspecify.annotations.NullMarked;

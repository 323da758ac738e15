/// The front of every import of this service; each kind is in the package of what it stores.
@NullMarked
package org.netzero.energy.imports;

import org.jspecify.annotations.NullMarked;

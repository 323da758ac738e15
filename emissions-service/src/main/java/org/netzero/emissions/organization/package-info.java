/// The reporting company and the choices its inventory follows.
@NullMarked
package org.netzero.emissions.organization;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.netzero.emissions.boundary;

import org.jspecify.annotations.NullMarked;

/// The calculation methods over HTTP, and how their inputs are read.
@NullMarked
package org.netzero.emissions.method;

import org.jspecify.annotations.NullMarked;
